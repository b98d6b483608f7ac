package org.rote.operators.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** g++, which makes libraries of the kernels for tests. */
public final class Compiler {

    private Compiler() {}

    /**
     * Compiles a source of {@code src/test/cpp} with {@code waves.cu} and loads it.
     *
     * @param source name of the file
     * @param library what it becomes; stays
     * @return why it cannot be done, if g++ or the headers of the JDK are missing
     * @throws AssertionError when g++ refuses it
     */
    public static Optional<String> load(String source, Path library) {
        Path headers = Path.of(System.getProperty("java.home"), "include");
        if (!Files.exists(headers.resolve("jni.h"))) {
            return Optional.of("there is no jni.h in " + headers);
        }
        try {
            Files.createDirectories(library.toAbsolutePath().getParent());
            return load(library.toAbsolutePath(), headers, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> load(Path library, Path headers, String source) throws IOException {
        Path log = library.resolveSibling(library.getFileName() + ".log");
        Process compiler;
        try {
            compiler = new ProcessBuilder(command(headers, library, source))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            return Optional.of("there is no g++ (" + e.getMessage() + ")");
        }
        try {
            if (compiler.waitFor() != 0) {
                throw new AssertionError(
                        "g++ refuses " + source + ":\n" + Files.readString(log, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while g++ was at work", e);
        }
        System.load(library.toString());
        return Optional.empty();
    }

    private static List<String> command(Path headers, Path library, String source) {
        return List.of(
                "g++",
                "-std=c++17",
                "-O2",
                "-ffp-contract=off",
                "-march=native",
                "-Wall",
                "-Wno-unknown-pragmas",
                "-Werror",
                "-shared",
                "-fPIC",
                "-Wl,-soname," + library.getFileName(),
                "-I" + headers,
                "-I" + headers.resolve("linux"),
                "-Isrc/main/cuda",
                "-o",
                library.toString(),
                "src/test/cpp/" + source);
    }
}
