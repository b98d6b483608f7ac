package org.rote.plugins.report.html;

/** Lays JSON out for people. What is not JSON is shown all the same. */
final class JsonLayout {

    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private JsonLayout() {}

    /** The same JSON, one member or element a line, empty objects and arrays in one. */
    static String indented(String json) {
        return new JsonLayout().lay(json.strip());
    }

    private String lay(String json) {
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case '"' -> i = string(json, i);
                case '{', '[' -> i = open(json, i);
                case '}', ']' -> {
                    depth = Math.max(0, depth - 1);
                    line().append(c);
                }
                case ',' -> {
                    out.append(c);
                    line();
                }
                case ':' -> out.append(": ");
                case ' ', '\t', '\n', '\r' -> {}
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private int open(String json, int at) {
        out.append(json.charAt(at));
        int next = at + 1;
        while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        if (next < json.length() && (json.charAt(next) == '}' || json.charAt(next) == ']')) {
            out.append(json.charAt(next));
            return next;
        }
        depth++;
        line();
        return at;
    }

    private StringBuilder line() {
        return out.append('\n').append(INDENT.repeat(depth));
    }

    /** Copies a string; returns where it ends. */
    private int string(String json, int start) {
        int end = start + 1;
        while (end < json.length() && json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        int last = Math.min(end, json.length() - 1);
        out.append(json, start, last + 1);
        return last;
    }
}
