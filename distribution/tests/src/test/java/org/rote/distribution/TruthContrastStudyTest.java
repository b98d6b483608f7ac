package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.testkit.ReferenceNumbers;

/** Priors with and without the truth among their training models, through the assembled program. */
class TruthContrastStudyTest {

    private static final String STUDY = """
            rote: 1
            title: Leave the truth out
            seed: 5
            operator:
              type: straight-ray
              parameter: slowness
              grid: { shape: [12, 12], spacing: 10 m }
              sources: { type: line, from: [0 m, 5 m], to: [0 m, 115 m], count: 8 }
              receivers: { type: line, from: [120 m, 5 m], to: [120 m, 115 m], count: 8 }
            parameterization: { type: principal-components, training: { type: layered, seed: 2, count: 100 }, modes: 30 }
            observation: { truth: &truth { type: layered, seed: 1, first: 17, count: 1 } }
            noise: { type: gaussian, standard-deviation: 0.2 ms }
            priors:
              lookup-in: { type: memorized-diffusion, sigma: 0.05, training: &models { type: layered, seed: 1, count: 60 } }
              lookup-out: { type: memorized-diffusion, sigma: 0.05, training: &others { type: excluding, of: *models, models: *truth } }
              gaussian-in: { type: gaussian, training: *models }
              gaussian-out: { type: gaussian, training: *others }
            sampler: { type: exact-mixture, draws: 200 }
            diagnostics:
              - { type: truth-contrast, with: [lookup-in, gaussian-in], without: [lookup-out, gaussian-out] }
            """;

    @TempDir
    static Path directory;

    @BeforeAll
    static void runTheStudy() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("study.yaml"), STUDY);
        Command run = Command.run(Assembled.HOME, directory, "run", "study.yaml", "--out", "out", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static double finding(String name) {
        return ReferenceNumbers.read(directory.resolve("out/summary.json"))
                .at("pools", 0, "findings", "truth-contrast." + name, "value")
                .number();
    }

    @Test
    void tellsALookupFromAPriorThatLearned() {
        assertThat(finding("error-removed-lookup-in")).isGreaterThan(0.9);
        assertThat(finding("truth-share-lookup-in")).isEqualTo(1);
        assertThat(finding("error-removed-gaussian-in")).isBetween(-0.2, 0.33);
    }

    @Test
    void showsTheContrastInTheReport() throws IOException {
        assertThat(Files.readString(directory.resolve("out/report.html")))
                .contains("With and without the truth among the training models");
    }
}
