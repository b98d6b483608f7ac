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
 * @param truth which of its truths, where it has many
 * @param noise name of the noise
 * @param prior name of the prior
 * @param sampler name of the sampler
 */
public record CasePlan(
        String name,
        String operator,
        Optional<String> parameterization,
        String observation,
        Optional<String> truth,
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
                Optional.ofNullable(parts.get(TruthNames.PART)),
                part.apply("noise"),
                part.apply("prior"),
                part.apply("sampler"));
    }

    /**
     * Which of the observation's truths.
     *
     * @return its number, from 0; 0 where there is one
     */
    public int truthNumber() {
        return truth.map(TruthNames::index).orElse(0);
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
        truth.ifPresent(chosen -> parts.put(TruthNames.PART, chosen));
        parts.put("noise", noise);
        parts.put("prior", prior);
        parts.put("sampler", sampler);
        return parts;
    }
}
