package org.rote.plugins.diagnostic.memorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rote.spi.Pool;
import org.rote.spi.Pool.Member;

/**
 * Cases with the truth in the training set and those that are the same without it.
 *
 * @param pairs the pairs, by prior
 * @param problem why there are none
 */
record TruthPairs(List<Pair> pairs, Optional<String> problem) {

    /**
     * One prior with and without the truths.
     *
     * @param label name of the prior with them
     * @param with what posteriors make of their truths
     * @param without the same of the prior without them, in the same order of truths
     */
    record Pair(String label, List<TruthDigest> with, List<TruthDigest> without) {}

    static TruthPairs of(Pool<TruthDigest> pool, TruthContrastConfig config) {
        List<String> with = config.with().isEmpty() ? priors(pool, true) : config.with();
        List<String> without = config.with().isEmpty() ? priors(pool, false) : config.without();
        if (config.with().isEmpty() && (with.size() != 1 || without.size() != 1)) {
            return none(
                    "it takes a prior whose training set holds the truth and the same prior without it; here "
                            + listed(with) + " hold it and " + listed(without)
                            + " do not; make the one with the data set \"excluding\" or \"joined\", and where there are several, say which belong together under \"with\" and \"without\"");
        }
        List<Pair> pairs = new ArrayList<>();
        for (int p = 0; p < with.size(); p++) {
            String inside = with.get(p);
            String outside = without.get(p);
            List<TruthDigest> held = new ArrayList<>();
            List<TruthDigest> left = new ArrayList<>();
            for (Member<TruthDigest> member : pool.members()) {
                Optional<TruthDigest> other = digest(pool, outside, truth(member));
                if (prior(member).equals(inside) && other.isPresent()) {
                    held.add(member.digest());
                    left.add(other.get());
                }
            }
            if (held.isEmpty()) {
                return none("there are no cases with the priors " + inside + " and " + outside
                        + " and the same truth; the priors are "
                        + listed(pool.members().stream()
                                .map(TruthPairs::prior)
                                .distinct()
                                .toList()));
            }
            if (!held.stream().allMatch(TruthDigest::holdsTruth)
                    || left.stream().anyMatch(TruthDigest::holdsTruth)) {
                return none("the training set of " + inside + " must hold the truth and that of " + outside
                        + " must not, and that is not so; make the latter with the data set \"excluding\"");
            }
            pairs.add(new Pair(inside, held, left));
        }
        return new TruthPairs(pairs, Optional.empty());
    }

    private static TruthPairs none(String problem) {
        return new TruthPairs(List.of(), Optional.of(problem));
    }

    /** Priors whose training set holds every truth, or not all. */
    private static List<String> priors(Pool<TruthDigest> pool, boolean holding) {
        TreeSet<String> all =
                pool.members().stream().map(TruthPairs::prior).collect(Collectors.toCollection(TreeSet::new));
        return all.stream()
                .filter(prior -> holding
                        == pool.members().stream()
                                .filter(member -> prior(member).equals(prior))
                                .allMatch(member -> member.digest().holdsTruth()))
                .toList();
    }

    private static Optional<TruthDigest> digest(Pool<TruthDigest> pool, String prior, String truth) {
        return pool.members().stream()
                .filter(member -> prior(member).equals(prior) && truth(member).equals(truth))
                .map(Member::digest)
                .findFirst();
    }

    private static String prior(Member<TruthDigest> member) {
        return Objects.requireNonNull(member.parts().get("prior"), "every case has a prior");
    }

    private static String truth(Member<TruthDigest> member) {
        return member.parts().getOrDefault("truth", "");
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
