package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ElementType;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.arrays.Shape;

/** The operators on a graphics card as they are shipped, on a stand-in for its driver, and without one. */
final class CardTest {

    private static final int X = 40;
    private static final int Z = 32;

    /** Single precision, some hundred steps long. */
    private static final double ROUNDING = 1e-5;

    private static final String MANIFEST = """
            rote: 1
            operator:
              type: acoustic-cuda
              grid: { shape: [40, 32], spacing: 20 m }
              time: { duration: 0.4 s, sampling: 4 ms }
              wavelet: { type: ricker, peak-frequency: 8 Hz }
              shots: { type: line, from: [100 m, 40 m], to: [700 m, 40 m], count: 2 }
              receivers: { type: line, from: [100 m, 40 m], to: [700 m, 40 m], count: 4 }
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void writeAModel() throws IOException {
        double[] velocity = new double[X * Z];
        Arrays.setAll(velocity, i -> 1800 + 10 * (i % Z));
        Npy.write(directory.resolve("model.npy"), new NpyArray(Shape.of(X, Z), velocity, ElementType.FLOAT64));
        write("card", MANIFEST);
        write("fallback", MANIFEST + "  fallback: cpu\n");
        write("cores", MANIFEST.replace("acoustic-cuda", "acoustic"));
    }

    private void write(String name, String manifest) throws IOException {
        Files.writeString(directory.resolve(name + ".yaml"), manifest);
    }

    private Command simulate(String name, Map<String, String> environment) throws IOException, InterruptedException {
        return Command.run(
                Assembled.HOME,
                directory,
                environment,
                "simulate",
                name + ".yaml",
                "--model=model.npy",
                "--out=" + name + ".npy");
    }

    private double[] data(String name) throws IOException {
        return Npy.read(directory.resolve(name + ".npy")).values();
    }

    @Test
    void computesOnACardWhatIsComputedOnTheCores() throws IOException, InterruptedException {
        Command card = simulate("card", Map.of("LD_LIBRARY_PATH", driver().toString()));
        assertThat(card.code()).as(card.err()).isZero();
        assertThat(simulate("cores", Map.of()).code()).isZero();

        double[] expected = data("cores");
        double[] actual = data("card");
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(largest).isPositive();
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(ROUNDING * largest);
        }
    }

    @Test
    void tellsWhyThereIsNoCardAndFallsBack() throws IOException, InterruptedException {
        Command card = simulate("card", Map.of());
        Assumptions.assumeTrue(card.code() != 0, "there is a card");
        assertThat(card.code()).isEqualTo(2);
        assertThat(card.err())
                .contains("operator.type: cannot be used on this machine: ")
                .contains("\"acoustic\" has the same keys");

        Command fallback = simulate("fallback", Map.of());
        assertThat(fallback.code()).as(fallback.err()).isZero();
        assertThat(fallback.err()).contains("waves are stepped on the processor, as fallback: cpu allows, because ");
        assertThat(simulate("cores", Map.of()).code()).isZero();
        assertThat(data("fallback")).containsExactly(data("cores"));
    }

    /** Compiles the stand-in; skips the test where it cannot be. */
    private Path driver() throws IOException, InterruptedException {
        Path headers = Path.of(System.getProperty("java.home"), "include");
        Path kernels = Assembled.ROOT.resolve("operators/cuda/src");
        Path log = directory.resolve("log");
        Assumptions.assumeTrue(Files.exists(headers.resolve("jni.h")), "there is no jni.h in " + headers);
        Process compiler;
        try {
            compiler = new ProcessBuilder(
                            "g++",
                            "-std=c++17",
                            "-O2",
                            "-ffp-contract=off",
                            "-Wno-unknown-pragmas",
                            "-shared",
                            "-fPIC",
                            "-I" + headers,
                            "-I" + headers.resolve("linux"),
                            "-I" + kernels.resolve("main/cuda"),
                            "-o",
                            directory.resolve("libcuda.so.1").toString(),
                            kernels.resolve("test/cpp/driver.cpp").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            return Assumptions.abort("there is no g++ (" + e.getMessage() + ")");
        }
        assertThat(compiler.waitFor()).as(Files.readString(log)).isZero();
        return directory;
    }
}
