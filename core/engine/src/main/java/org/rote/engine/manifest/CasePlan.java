package org.rote.engine.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One case of a study: which of its sections belong together, by their names in the maps of {@link Study}.
 *
 * @param name the fewest parts that tell it from the study's other cases, joined by {@code +}; unique
 * @param operator name of the operator
 * @param parameterization name of the parameterization, or empty
 * @param observation name of the observation
 * @param noise name of the noise
 * @param prior name of the prior
 * @param sampler name of the sampler
 */
public record CasePlan(
        String name,
        String operator,
        Optional<String> parameterization,
        String observation,
        String noise,
        String prior,
        String sampler) {

    /**
     * A case from the names of its parts.
     *
     * @param name its name
     * @param parts names by section, complete but for the parameterization
     * @return the case
     */
    static CasePlan of(String name, Map<String, String> parts) {
        Function<String, String> part =
                word -> Optional.ofNullable(parts.get(word)).orElseThrow();
        return new CasePlan(
                name,
                part.apply("operator"),
                Optional.ofNullable(parts.get("parameterization")),
                part.apply("observation"),
                part.apply("noise"),
                part.apply("prior"),
                part.apply("sampler"));
    }

    /**
     * The names by section, as {@link org.rote.spi.Case#parts} has them.
     *
     * @return a new map, in the order of the manifest
     */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("operator", operator);
        parameterization.ifPresent(chosen -> parts.put("parameterization", chosen));
        parts.put("observation", observation);
        parts.put("noise", noise);
        parts.put("prior", prior);
        parts.put("sampler", sampler);
        return parts;
    }
}
