package org.rote.plugins.report.html;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives names that any file system takes, each only once, also where capital letters count as small ones. */
final class FileNames {

    private static final int LONGEST = 100;

    private final Set<String> taken = new HashSet<>();

    /** The name with everything but letters, digits, {@code . + - _} made {@code _}, shortened, and numbered where it was given before. */
    String next(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9.+_-]", "_").replaceAll("^\\.+", "_");
        String base = plain.isEmpty() ? "_" : plain.substring(0, Math.min(LONGEST, plain.length()));
        String given = base;
        for (int i = 2; !taken.add(given.toLowerCase(Locale.ROOT)); i++) {
            given = base + "-" + i;
        }
        return given;
    }
}
