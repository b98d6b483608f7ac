package org.rote.engine.manifest;

import java.util.regex.Pattern;

/** Patterns of names: {@code *} stands for any characters, {@code ?} for one. */
final class Glob {

    private Glob() {}

    static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
            }
        });
        return name.matches(regex.toString());
    }
}
