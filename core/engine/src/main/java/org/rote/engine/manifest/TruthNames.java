package org.rote.engine.manifest;

import java.util.List;
import java.util.stream.IntStream;

/** What the truths of an observation that has many are called: {@code truth-000} to {@code truth-199}, after their places in the data set. */
final class TruthNames {

    /** The part of a case that says which truth it is about; the name of no section. */
    static final String PART = "truth";

    private static final String PREFIX = "truth-";

    private TruthNames() {}

    static List<String> of(int count) {
        int digits = Integer.toString(count - 1).length();
        return IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .map(number -> PREFIX + "0".repeat(digits - number.length()) + number)
                .toList();
    }

    static int index(String name) {
        return Integer.parseInt(name.substring(PREFIX.length()));
    }
}
