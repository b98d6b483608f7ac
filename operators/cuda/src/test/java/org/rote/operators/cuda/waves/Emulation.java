package org.rote.operators.cuda.waves;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Compiles {@code waves.cu} for the processor, once for all tests of a run; they are skipped where there is no g++, or no headers of the JDK. */
public final class Emulation {

    private static final Optional<String> MISSING = load();

    private Emulation() {}

    /** Skips the test where there is no emulation. */
    public static void require() {
        Assumptions.assumeTrue(MISSING.isEmpty(), () -> "kernels are not emulated: " + MISSING.orElseThrow());
    }

    /** An emulated card with memory enough for tests. */
    public static EmulatedDevice device() {
        require();
        return new EmulatedDevice(1 << 30, false);
    }

    private static Optional<String> load() {
        Path headers = Path.of(System.getProperty("java.home"), "include");
        if (!Files.exists(headers.resolve("jni.h"))) {
            return Optional.of("there is no jni.h in " + headers);
        }
        try {
            Path directory = Files.createTempDirectory("rote-emulation");
            Path library = directory.resolve("libemulation.so");
            Path log = directory.resolve("log");
            Process compiler;
            try {
                compiler = new ProcessBuilder(command(headers, library))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
            } catch (IOException e) {
                return Optional.of("there is no g++ (" + e.getMessage() + ")");
            }
            if (compiler.waitFor() != 0) {
                throw new AssertionError("g++ refuses waves.cu:\n" + Files.readString(log, StandardCharsets.UTF_8));
            }
            System.load(library.toString());
            for (Path file : List.of(library, log, directory)) {
                Files.delete(file);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while g++ was at work", e);
        }
    }

    private static List<String> command(Path headers, Path library) {
        return List.of(
                "g++",
                "-std=c++17",
                "-O2",
                "-Wall",
                "-Wno-unknown-pragmas",
                "-Werror",
                "-shared",
                "-fPIC",
                "-I" + headers,
                "-I" + headers.resolve("linux"),
                "-Isrc/main/cuda",
                "-o",
                library.toString(),
                "src/test/cpp/emulation.cpp");
    }
}
