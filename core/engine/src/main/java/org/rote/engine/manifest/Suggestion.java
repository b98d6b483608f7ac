package org.rote.engine.manifest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The word that was probably meant. */
final class Suggestion {

    /** A longer list helps nobody. */
    private static final int MOST = 40;

    private Suggestion() {}

    /**
     * The advice for a word that is not known.
     *
     * @param given the word
     * @param known the words that exist
     * @param what what those are, in the plural: {@code keys}
     * @return {@code did you mean "sigma"? keys here: sigma, training}
     */
    static String fix(String given, Collection<String> known, String what) {
        String list = known.isEmpty() ? "there are no " + what : what + ": " + some(known);
        return nearest(given, known)
                .map(word -> "did you mean \"" + word + "\"? " + list)
                .orElse(list);
    }

    private static String some(Collection<String> known) {
        String list = known.stream().limit(MOST).collect(Collectors.joining(", "));
        return known.size() <= MOST ? list : list + " and " + (known.size() - MOST) + " more";
    }

    /**
     * The nearest word, if any is near. Case, underscores and capitals inside a word count for nothing.
     *
     * @param given the word
     * @param known the words that exist
     * @return the first of the nearest ones
     */
    static Optional<String> nearest(String given, Collection<String> known) {
        String plain = plain(given);
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(plain, plain(word))))
                .filter(word -> distance(plain, plain(word)) <= slips(word));
    }

    /** How many letters may be wrong: one in three, at least one, never all. */
    private static int slips(String word) {
        return Math.min(Math.max(1, word.length() / 3), word.length() - 1);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Letters inserted, deleted, replaced, or swapped with the next (the restricted Damerau-Levenshtein distance). */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > b.length()) {
            return Integer.MAX_VALUE; // a long text is no slip of a word, and the table would be large
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = cost(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cost(int[][] cost, String a, String b, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
