package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.rote.spi.Pool;

/**
 * The cases of one noise together, root mean squares over their truths.
 *
 * @param noise level of the noise
 * @param draws draws of all cases
 * @param spread of the draws
 * @param exact of the posteriors, where it is known for all
 * @param predicted spread of predicted data over the noise, where it was computed for all
 */
record NoiseLevel(double noise, long draws, double spread, OptionalDouble exact, OptionalDouble predicted) {

    /** From the least noise to the greatest. */
    static List<NoiseLevel> of(Pool<SpreadDigest> pool) {
        Map<String, List<SpreadDigest>> noises = new TreeMap<>();
        for (Pool.Member<SpreadDigest> member : pool.members()) {
            noises.computeIfAbsent(member.parts().getOrDefault("noise", ""), name -> new ArrayList<>())
                    .add(member.digest());
        }
        return noises.values().stream()
                .map(NoiseLevel::of)
                .sorted(Comparator.comparingDouble(NoiseLevel::noise))
                .toList();
    }

    private static NoiseLevel of(List<SpreadDigest> cases) {
        return new NoiseLevel(
                all(cases, one -> OptionalDouble.of(one.noise())).orElseThrow(),
                cases.stream().mapToLong(SpreadDigest::draws).sum(),
                all(cases, one -> OptionalDouble.of(one.spread())).orElseThrow(),
                all(cases, SpreadDigest::exact),
                all(cases, SpreadDigest::predicted));
    }

    private static OptionalDouble all(List<SpreadDigest> cases, Function<SpreadDigest, OptionalDouble> number) {
        double[] known = cases.stream()
                .flatMapToDouble(one -> number.apply(one).stream())
                .map(x -> x * x)
                .toArray();
        return known.length < cases.size()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(Arrays.stream(known).average().orElseThrow()));
    }
}
