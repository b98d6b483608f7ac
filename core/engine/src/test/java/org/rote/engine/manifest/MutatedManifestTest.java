package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.spi.SeededStreams;

/** However a manifest is damaged, the reader says what is wrong with it or reads it; it never fails. */
final class MutatedManifestTest {

    private static final int MUTANTS = 1500;

    /** What a slip or a careless paste may leave behind. */
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\n",
            "  ",
            "\t",
            ":",
            ": ",
            "-",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            "\"",
            "#",
            "&a ",
            "*a",
            "!!str ",
            "|",
            ">",
            "?",
            "%",
            "---\n",
            "...\n",
            "~",
            "null",
            "true",
            "yes",
            ".nan",
            "-.inf",
            "1e999",
            "-1",
            "0x",
            "99999999999999999999",
            "1e-999999999",
            "10 m",
            "3 furlong",
            "type",
            "type: ",
            "prior",
            "cases: [{}]\n",
            "\0",
            "\u0085",
            "\uFFFE",
            "é",
            "\uD83C\uDF0D",
            "<<: ");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isReadOrRefused(long seed) {
        RandomGenerator random = new SeededStreams(seed, "mutations").random("mutate", 0);
        Manifests manifests = manifests();
        String every = everything();
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutate(every, random);
            try {
                manifests.study(mutant);
            } catch (ManifestException e) {
                refused++;
                assertThat(e.problems()).isNotEmpty();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed=" + seed + " mutant=" + i + ":\n" + mutant, e);
            }
        }
        assertThat(refused).as("seed=%d", seed).isBetween(MUTANTS / 2, MUTANTS - 1);
    }

    @Test
    void isReadUnharmed() {
        assertThat(manifests().study(everything()).cases()).hasSize(4);
    }

    private Manifests manifests() {
        return new Manifests(
                directory,
                FakeCatalog.ofTheDesign().with(ExtensionPoint.OPERATOR, FakeFactory.of("every-kind", EveryKind.class)));
    }

    private static String everything() {
        return Manifests.DESIGN.replace("operator: { type: cubic-1d }", """
                        operator:
                          type: every-kind
                          count: 1e3
                          ratio: 0.25
                          spacing: 0.5 km
                          velocities: [2 km/s, "1500 m/s"]
                          rows: [[1], [2, 3]]
                          levels: { low: 0.1, high: 2 }
                          limit: 2 min
                          grids: [{ nx: 1 }, { nx: 2, nz: 3 }]
                          schedule: { type: cosine, offset: 0.008 }
                          training: { type: inline, models: [[1]] }""")
                + "cases:\n  - { prior: sigma-0.05, sampler: [exact, linearized] }\n  - { prior: [sigma-0.30] }\n";
    }

    /** Replaces, one to three times, a stretch of the text by a piece, by another stretch, or by a damaged number. */
    private static String mutate(String text, RandomGenerator random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int from = random.nextInt(mutant.length());
            int to = Math.min(mutant.length(), from + random.nextInt(0, random.nextBoolean() ? 3 : 40));
            mutant.replace(from, to, piece(mutant, random));
        }
        return mutant.toString();
    }

    private static String piece(CharSequence text, RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            int from = random.nextInt(text.length());
            return text.subSequence(from, Math.min(text.length(), from + random.nextInt(60)))
                    .toString();
        }
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
