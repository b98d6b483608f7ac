package org.rote.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a sampler asks of the parts of a posterior.
 *
 * @param prior what the prior must be able to do
 * @param mapping types the forward map must have, for example {@link AffineMapping}
 * @param noise types the noise model must have, for example {@link GaussianNoise}
 * @param largestDimension the largest model dimension that can be handled
 */
public record Requirements(
        List<Need> prior,
        List<Class<? extends Mapping>> mapping,
        List<Class<? extends NoiseModel>> noise,
        int largestDimension) {

    /**
     * A capability that the prior must have.
     *
     * @param anyOf capability interfaces of which one is enough
     * @param advice what else a user can do, for the message; may be empty
     */
    public record Need(List<Class<?>> anyOf, String advice) {

        /** Copies the list. */
        public Need {
            anyOf = List.copyOf(anyOf);
        }

        private boolean isMetBy(Prior prior) {
            return anyOf.stream().anyMatch(type -> prior.capability(type).isPresent());
        }

        private String sentence() {
            String types = anyOf.stream().map(Requirements::words).collect(Collectors.joining(" or "));
            return "needs a prior with " + types + (advice.isEmpty() ? "" : "; " + advice);
        }
    }

    /** Copies the lists. */
    public Requirements {
        prior = List.copyOf(prior);
        mapping = List.copyOf(mapping);
        noise = List.copyOf(noise);
    }

    /**
     * Asks for nothing.
     *
     * @return requirements that every posterior meets
     */
    public static Requirements none() {
        return new Requirements(List.of(), List.of(), List.of(), Integer.MAX_VALUE);
    }

    /**
     * Also asks for a capability of the prior.
     *
     * @param capability the capability interface
     * @return the enlarged requirements
     */
    public Requirements andPrior(Class<?> capability) {
        return andPrior(List.of(capability), "");
    }

    /**
     * Also asks for one of several capabilities of the prior.
     *
     * @param anyOf the capability interfaces
     * @param advice what else a user can do, for the message: {@code give scaling: uniform}; may be empty
     * @return the enlarged requirements
     */
    public Requirements andPrior(List<Class<?>> anyOf, String advice) {
        return new Requirements(plus(prior, new Need(anyOf, advice)), mapping, noise, largestDimension);
    }

    /**
     * Also asks for a type of the forward map.
     *
     * @param type for example {@link AffineMapping}
     * @return the enlarged requirements
     */
    public Requirements andMapping(Class<? extends Mapping> type) {
        return new Requirements(prior, plus(mapping, type), noise, largestDimension);
    }

    /**
     * Also asks for a type of noise.
     *
     * @param type for example {@link GaussianNoise}
     * @return the enlarged requirements
     */
    public Requirements andNoise(Class<? extends NoiseModel> type) {
        return new Requirements(prior, mapping, plus(noise, type), largestDimension);
    }

    /**
     * Also limits the model dimension.
     *
     * @param largest the largest dimension that can be handled
     * @return the narrowed requirements
     */
    public Requirements andDimensionAtMost(int largest) {
        return new Requirements(prior, mapping, noise, Math.min(largest, largestDimension));
    }

    /**
     * Everything that a posterior lacks, one sentence each, in the users' words.
     *
     * @param posterior the posterior to look at
     * @return what is missing; empty when all is met
     */
    public List<String> unmet(Posterior posterior) {
        List<String> missing = new ArrayList<>();
        for (Need need : prior) {
            if (!need.isMetBy(posterior.prior())) {
                missing.add(need.sentence());
            }
        }
        for (Class<?> type : mapping) {
            if (!type.isInstance(posterior.likelihood().mapping())) {
                missing.add("needs "
                        + (type == AffineMapping.class ? "a linear operator" : "the operator to be a " + words(type)));
            }
        }
        for (Class<?> type : noise) {
            if (!type.isInstance(posterior.likelihood().noise())) {
                missing.add("needs " + words(type));
            }
        }
        int dimension = posterior.space().size();
        if (dimension > largestDimension) {
            missing.add("handles at most " + largestDimension + " unknowns, the model has " + dimension);
        }
        return missing;
    }

    private static String words(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
