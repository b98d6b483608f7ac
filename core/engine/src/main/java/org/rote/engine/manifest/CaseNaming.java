package org.rote.engine.manifest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rote.engine.plugins.ExtensionPoint;

/** Names of cases, or of pools of them: the fewest parts that tell one from the others, of equal choices the last, joined by {@code +}. A single one is called by its sampler. */
public final class CaseNaming {

    private final List<String> words;

    private CaseNaming(List<String> words) {
        this.words = words;
    }

    /**
     * Finds the words that tell some combinations of parts apart.
     *
     * @param combinations the parts of each
     * @return the naming
     */
    public static CaseNaming of(List<Map<String, String>> combinations) {
        List<String> telling = combinations.stream()
                .flatMap(parts -> parts.keySet().stream())
                .distinct()
                .toList();
        long told = told(combinations, telling);
        for (String word : telling) {
            List<String> fewer =
                    telling.stream().filter(other -> !other.equals(word)).toList();
            telling = told(combinations, fewer) == told ? fewer : telling;
        }
        return new CaseNaming(telling.isEmpty() ? List.of(ExtensionPoint.SAMPLER.section()) : telling);
    }

    /** How many combinations some words tell apart. */
    private static long told(List<Map<String, String>> combinations, List<String> words) {
        return combinations.stream().map(parts -> name(parts, words)).distinct().count();
    }

    private static String name(Map<String, String> parts, List<String> words) {
        return words.stream().filter(parts::containsKey).map(parts::get).collect(Collectors.joining("+"));
    }

    /**
     * The name of one of the combinations.
     *
     * @param parts its parts
     * @return the name
     */
    public String name(Map<String, String> parts) {
        return name(parts, words);
    }
}
