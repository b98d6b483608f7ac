package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.testkit.ReferenceNumbers;

/**
 * Samplers beside each other over many truths, through the assembled program: the exact one is calibrated under the prior that made the truths, guidance that the noise does not reach is found out, and so is a prior that is half as wide as
 * the truths are spread.
 */
class CalibrationStudyTest {

    private static final String STUDY = """
            rote: 1
            title: Forty truths
            seed: 11
            operator: { type: linear, matrix: [[1, 0], [0.5, 1]] }
            observations:
              simulated: { truths-from-prior: 40 }
              given: { truth: { type: csv, file: truths.csv }, truths: 40 }
            noises:
              fine: { type: gaussian, standard-deviation: 0.2 }
              coarse: { type: gaussian, standard-deviation: 1 }
            priors:
              right: { type: gaussian, mean: 0, standard-deviation: 1 }
              narrow: { type: gaussian, mean: 0, standard-deviation: 0.5 }
            samplers:
              exact: { type: exact-mixture, draws: 60 }
              unresponsive: { type: dps, draws: 60, schedule: { type: vp-cosine, steps: 20 }, step: { type: normalized } }
            cases:
              - { observation: simulated, prior: right }
              - { observation: given, noise: coarse, prior: narrow, sampler: exact }
            diagnostics:
              - { type: calibration }
              - { type: noise-response, cases: ["*right*"] }
              - { type: truth-rank, cases: ["*exact"] }
            """;

    private static final int TRUTHS = 40;

    @TempDir
    static Path directory;

    private static Command run = new Command(0, "", "");

    @BeforeAll
    static void runTheStudy() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("truths.csv"), truths());
        Files.writeString(directory.resolve("study.yaml"), STUDY);
        run = Command.run(Assembled.HOME, directory, "run", "study.yaml", "--out", "out");
        assertThat(run.code()).as(run.err()).isZero();
    }

    /** Points of a lattice that looks like two standard normal numbers: twice as wide as the narrow prior. */
    private static String truths() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < TRUTHS; k++) {
            double radius = Math.sqrt(-2 * Math.log((k + 0.5) / TRUTHS));
            double angle = 2 * Math.PI * (k * 0.618034 % 1);
            text.append(radius * Math.cos(angle))
                    .append(',')
                    .append(radius * Math.sin(angle))
                    .append('\n');
        }
        return text.toString();
    }

    private static ReferenceNumbers pool(String diagnostic, String name) throws IOException {
        ReferenceNumbers summary = ReferenceNumbers.read(directory.resolve("out/summary.json"));
        String text = Files.readString(directory.resolve("out/summary.json"));
        String pools = text.substring(text.indexOf("\"pools\""));
        int index = 0;
        int at = pools.indexOf("\"diagnostic\"");
        while (!pools.substring(at)
                .replaceAll("\\s+", "")
                .startsWith("\"diagnostic\":\"" + diagnostic + "\",\"name\":\"" + name + "\"")) {
            at = pools.indexOf("\"diagnostic\"", at + 1);
            index++;
            assertThat(at).as("a pool of %s called %s", diagnostic, name).isPositive();
        }
        return summary.at("pools", index);
    }

    private static double finding(String diagnostic, String name, String finding) throws IOException {
        return pool(diagnostic, name)
                .at("findings", diagnostic + "." + finding, "value")
                .number();
    }

    @Test
    void findsTheExactPosteriorCalibrated() throws IOException {
        for (String noise : new String[] {"fine", "coarse"}) {
            String name = noise + "+right+exact";
            assertThat(finding("calibration", name, "probability")).isGreaterThan(0.01);
            assertThat(finding("calibration", name, "values-spread-over-error")).isBetween(0.75, 1.35);
        }
        assertThat(finding("noise-response", "exact", "exponent-error")).isLessThan(0.1);
    }

    @Test
    void findsDrawsWrongThatTheNoiseDoesNotReach() throws IOException {
        assertThat(finding("calibration", "fine+right+unresponsive", "probability"))
                .isLessThan(0.01);
        assertThat(finding("noise-response", "unresponsive", "exponent")).isLessThan(0.1);
        assertThat(finding("noise-response", "unresponsive", "exponent-error")).isGreaterThan(0.3);
        assertThat(run.err()).contains("fine+right+unresponsive (40 cases): sampler wrong. Over 40 truths");
    }

    @Test
    void blamesNoSamplerForAPriorThatIsTooNarrow() throws IOException {
        assertThat(finding("calibration", "coarse+narrow+exact", "probability")).isLessThan(0.01);
        assertThat(finding("calibration", "coarse+narrow+exact", "values-spread-over-error"))
                .isLessThan(0.75);
        assertThat(run.err())
                .contains("coarse+narrow+exact (40 cases): past their thresholds: probability")
                .doesNotContain("coarse+narrow+exact (40 cases): sampler wrong");
    }

    @Test
    void tellsPoolsInTheReportAndThreeOfTheTruths() throws IOException {
        String report = Files.readString(directory.resolve("out/report.html"));
        assertThat(report)
                .contains("Over many cases", "Where the truths lie among the draws", "Spread against noise")
                .contains("<h3>truth-02+fine+right+exact</h3>")
                .doesNotContain("<h3>truth-03+fine+right+exact</h3>")
                .contains("more cases of other truths");
        assertThat(directory.resolve("out/pools/calibration/fine+right+exact/values-ranks.npy"))
                .exists();
    }

    @Test
    void goesOnWithManyTruthsToTheSameNumbers() throws IOException, InterruptedException {
        String before = Files.readString(directory.resolve("out/summary.json"));
        Files.delete(directory.resolve("out/cases/truth-07+fine+right+exact/case.json"));
        Command again =
                Command.run(Assembled.HOME, directory, "run", "study.yaml", "--out", "out", "--resume", "--quiet");
        assertThat(again.code()).as(again.err()).isZero();
        String seconds = "\"seconds\" : [0-9.E-]+";
        assertThat(Files.readString(directory.resolve("out/summary.json")).replaceAll(seconds, ""))
                .isEqualTo(before.replaceAll(seconds, ""));
    }
}
