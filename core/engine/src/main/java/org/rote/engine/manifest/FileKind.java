package org.rote.engine.manifest;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A file that exists, named relative to the manifest's directory. */
record FileKind() implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        if (!(tree instanceof Tree.Scalar scalar)
                || scalar.type() == ScalarType.NULL
                || scalar.text().isBlank()) {
            return refuse(tree, scope, "write a path, relative to the manifest's directory or absolute");
        }
        Path file;
        try {
            file = scope.reading().directory().resolve(scalar.text()).normalize();
        } catch (InvalidPathException e) {
            return refuse(tree, scope, "remove what no path may hold: " + e.getReason());
        }
        if (!Files.exists(file)) {
            scope.problem(
                    "does not exist: " + file,
                    "correct the path; a relative one starts from "
                            + scope.reading().directory());
            return Optional.empty();
        }
        if (Files.isDirectory(file)) {
            scope.problem("is a directory: " + file, "name a file in it");
            return Optional.empty();
        }
        if (!Files.isReadable(file)) {
            scope.problem("cannot be read: " + file, "change its permissions");
            return Optional.empty();
        }
        scope.reading().inputs().add(file);
        return Optional.of(new Bound(file, new Tree.Scalar(file.toString(), ScalarType.TEXT, tree.line())));
    }

    @Override
    public String words() {
        return "path of a file";
    }

    @Override
    public String plural() {
        return "paths of files";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
