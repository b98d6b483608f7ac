package org.rote.engine.manifest;

/** What a user wrote, for messages. */
final class Written {

    private static final int LONGEST = 60;

    private Written() {}

    static String words(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return switch (scalar.type()) {
                case NULL -> "nothing";
                case TEXT -> quoted(scalar.text());
                default -> shortened(scalar.text());
            };
        }
        return tree instanceof Tree.Sequence ? "a list" : "a section of keys";
    }

    static String quoted(String text) {
        return "\"" + shortened(text) + "\"";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
