package org.rote.engine.manifest;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * What stands at the top of a manifest.
 *
 * @param title the title; none for the file's name
 * @param seed the seed of everything random
 */
record Header(
        @Doc("what the report is called; the file's name where it is left out")
        Optional<String> title,

        @Doc("seed of everything random") @Default("0") long seed) {

    /** The version of the manifest's form, which comes first in the file. */
    static final String VERSION_KEY = "rote";

    static final String VERSION = "1";
    static final String TITLE = "title";

    /**
     * Reads the top of a manifest.
     *
     * @param root the manifest
     * @param scope its root
     * @param resolved receives what to write for it
     * @return title and seed; empty when there is a problem with them
     */
    static Optional<Header> read(Tree.Mapping root, Scope scope, Map<String, Tree.Entry> resolved) {
        checkVersion(root, scope);
        resolved.put(VERSION_KEY, entry(VERSION, ScalarType.INTEGER));
        resolved.put(TITLE, entry(usualTitle(scope.reading().file()), ScalarType.TEXT));
        return Fields.of(Header.class).bind(root, scope).map(filled -> {
            resolved.putAll(filled.resolved());
            return (Header) filled.made();
        });
    }

    static String usualTitle(Path file) {
        Path name = file.getFileName();
        return name == null ? "study" : name.toString().replaceFirst("\\.ya?ml$", "");
    }

    private static void checkVersion(Tree.Mapping root, Scope scope) {
        Tree.Entry entry = root.entries().get(VERSION_KEY);
        if (entry == null) {
            scope.key(VERSION_KEY, 1)
                    .problem("is missing", "begin the manifest with \"rote: 1\", the version of its form");
        } else if (!(entry.value() instanceof Tree.Scalar scalar
                && scalar.text().equals(VERSION))) {
            scope.key(VERSION_KEY, entry)
                    .problem(
                            "must be 1, got " + Written.words(entry.value()),
                            "write \"rote: 1\", or run the version of Rote that reads this form");
        }
    }

    private static Tree.Entry entry(String text, ScalarType type) {
        return new Tree.Entry(new Tree.Scalar(text, type, 0), 0);
    }
}
