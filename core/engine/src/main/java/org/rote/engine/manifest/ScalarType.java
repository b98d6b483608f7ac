package org.rote.engine.manifest;

import java.util.regex.Pattern;

/** What a scalar is in the core schema of YAML 1.2, where {@code yes} and {@code no} are words. */
enum ScalarType {
    NULL("|~|null|Null|NULL"),
    BOOLEAN("true|True|TRUE|false|False|FALSE"),
    INTEGER("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    REAL("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"),
    TEXT("(?s).*");

    private final Pattern pattern;

    ScalarType(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /**
     * The type of a scalar without quotes and without tag.
     *
     * @param text the scalar
     * @return the first type that its form fits
     */
    static ScalarType ofPlain(String text) {
        for (ScalarType type : values()) {
            if (type.pattern.matcher(text).matches()) {
                return type;
            }
        }
        return TEXT;
    }
}
