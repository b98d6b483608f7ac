package org.rote.engine.manifest;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names of the code are written in a manifest, and which names a manifest may give. */
final class Names {

    /** What a section or a case may be called: it becomes the name of a directory. */
    static final Pattern OF_A_SECTION = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

    private Names() {}

    /**
     * Kebab-case of a name in camel case or in capitals.
     *
     * @param name {@code standardDeviation}, {@code VP_LINEAR}
     * @return {@code standard-deviation}, {@code vp-linear}
     */
    static String kebab(String name) {
        return WORD_BOUNDARY.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /**
     * A name that a section may have, near to one that it may not.
     *
     * @param name the name that was given
     * @param word stands for it where nothing of it is left
     * @return the name in lower case, with hyphens for what is not allowed
     */
    static String tidy(String name, String word) {
        String tidy = kebab(name).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return tidy.isEmpty() ? word : tidy;
    }

    /**
     * The {@code type} of one of the records that a sealed interface permits: its name less the interface's own at the end.
     *
     * @param record {@code LinearSchedule}
     * @param sealed {@code Schedule}
     * @return {@code linear}
     */
    static String variant(Class<?> record, Class<?> sealed) {
        String name = record.getSimpleName();
        String suffix = sealed.getSimpleName();
        boolean longer = name.endsWith(suffix) && name.length() > suffix.length();
        return kebab(longer ? name.substring(0, name.length() - suffix.length()) : name);
    }
}
