package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.testkit.ReferenceNumbers;

/** The first example, run as its user runs it, against the published numbers; and runs that are interrupted. */
class StudyTest {

    /** What both sides carry: double precision, and determinants of condition below 1e4. */
    private static final double RELATIVE = 1e-10;

    /** A weight below this is the exponential of a difference of logarithms near 100, each right to its last digits. */
    private static final double SMALLEST_WEIGHT = 1e-30;

    /** The exit status of what the signal TERM ends. */
    private static final int TERMINATED = 128 + 15;

    private static final Path STUDY = Assembled.HOME.resolve("examples/01-posterior-collapse/study.yaml");

    @TempDir
    static Path directory;

    private static Command run;

    @BeforeAll
    static void runTheStudy() throws IOException, InterruptedException {
        run = Command.run(Assembled.HOME, directory, "run", STUDY.toString(), "--out", "results", "--quiet");
    }

    @Test
    void endsWithThePathOfTheReport() {
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip()).endsWith("report.html");
        assertThat(directory.resolve(run.out().strip())).exists();
    }

    @Test
    void leavesTheDocumentedDirectory() {
        Path results = directory.resolve("results");
        assertThat(Assembled.names(results))
                .contains("manifest.yaml", "provenance.json", "summary.json", "cases", "report.html");
        assertThat(Assembled.names(results.resolve("cases"))).hasSize(14).contains("cubic-0.30+linearized");
        assertThat(Assembled.names(results.resolve("cases/cubic-0.30+linearized")))
                .contains("case.json", "samples.npy", "traces", "mixture-weights");
        assertThat(Assembled.names(results.resolve("cases/cubic-0.30+linearized/mixture-weights")))
                .contains("weights.npy", "means.npy", "covariances.npy");
    }

    @Test
    void reproducesThePublishedMixtures() {
        for (String problem : List.of("cubic", "pentagon")) {
            ReferenceNumbers published = problem.equals("cubic")
                    ? ReferenceNumbers.shared("stylized-1d.json")
                    : ReferenceNumbers.shared("stylized-2d.json").at("paper_panel_pentagon");
            List<String> sigmas = List.of("0.50", "0.30", "0.05");
            for (int s = 0; s < sigmas.size(); s++) {
                ReferenceNumbers expected = published.at("per_sigma", s);
                String name = problem + "-" + sigmas.get(s) + "+linearized";
                assertWeights(
                        finding(name, "mixture-weights.weights").numbers(),
                        expected.at("linearized_weights_with_determinant").numbers());
                assertWeights(
                        finding(name, "mixture-weights.weights-without-determinant")
                                .numbers(),
                        expected.at("linearized_weights_published_no_determinant")
                                .numbers());
                assertRows(
                        finding(name, "mixture-weights.means").rows(),
                        expected.at("linearized_means").rows());
                for (int n = 0; n < 5; n++) {
                    assertRows(
                            finding(name, "mixture-weights.covariances").at(n).rows(),
                            expected.at("linearized_covariances", n).rows());
                }
            }
            assertWeights(
                    finding(problem + "-empirical+reweighting", "mixture-weights.weights")
                            .numbers(),
                    published.at("limiting_weights", "value").numbers());
        }
    }

    @Test
    void reproducesThePublishedCollapseCurve() {
        ReferenceNumbers published = ReferenceNumbers.shared("effective-modes.json");
        for (int c = 0; c < 5; c++) {
            double[] curve = finding("cubic-0.30+linearized", "collapse-curve.effective-modes")
                    .at(c)
                    .numbers();
            double[] expected = published.at("curves", c, "effective_modes").numbers();
            for (int s = 0; s < expected.length; s++) {
                assertThat(curve[s]).isCloseTo(expected[s], within(RELATIVE * expected[s]));
            }
            assertThat(finding("cubic-0.30+linearized", "collapse-curve.sigma-crit")
                            .numbers()[c])
                    .isCloseTo(published.at("curves", c, "sigma_crit").number(), within(RELATIVE));
        }
    }

    @Test
    void givesTheSameBitsOnOneThreadAndFromTheResolvedManifest() throws Exception {
        Command again = Command.run(
                Assembled.HOME,
                directory,
                "run",
                "results/manifest.yaml",
                "--out",
                "again",
                "--quiet",
                "--threads",
                "1");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(SavedArrays.of(directory.resolve("again"))).isEqualTo(SavedArrays.of(directory.resolve("results")));
    }

    @Test
    void goesOnFromAnInterruptAndEndsWithTheSameBits() throws Exception {
        Path study = directory.resolve("long.yaml");
        Files.writeString(study, """
                rote: 1
                title: Long enough to interrupt
                operator: { type: cubic-1d }
                observation: { data: [0.0] }
                noise: { type: gaussian, standard-deviation: 0.3 }
                prior: { type: memorized-diffusion, sigma: 0.3, training: { type: inline, models: [[-1], [0.5], [2]] } }
                sampler: { type: linearized-mixture, draws: 4000000 }
                """);
        Path out = directory.resolve("first.out");
        Process first = Command.start(
                Assembled.HOME,
                directory,
                out,
                directory.resolve("first.err"),
                "run",
                "long.yaml",
                "--out",
                "cut",
                "--quiet");
        Path samples = directory.resolve("cut/cases/linearized-mixture");
        while (first.isAlive() && !hasDraws(samples)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(first.isAlive())
                .as("the run was over before it could be interrupted")
                .isTrue();
        // Java shuts down as it does for Ctrl-C, which reaches nothing where the whole build runs in the background of
        // a shell.
        first.destroy();
        assertThat(first.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(first.exitValue()).isEqualTo(TERMINATED);
        assertThat(Files.readString(directory.resolve("first.err"))).contains("--resume");
        assertThat(directory.resolve("cut/summary.json")).doesNotExist();
        Command rest =
                Command.run(Assembled.HOME, directory, "run", "long.yaml", "--out", "cut", "--quiet", "--resume");
        assertThat(rest.code()).as(rest.err()).isZero();
        Command whole = Command.run(Assembled.HOME, directory, "run", "long.yaml", "--out", "whole", "--quiet");
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(SavedArrays.of(directory.resolve("cut"))).isEqualTo(SavedArrays.of(directory.resolve("whole")));
    }

    private static boolean hasDraws(Path samples) {
        if (!Files.isDirectory(samples)) {
            return false;
        }
        return Assembled.list(samples).stream().anyMatch(file -> {
            try {
                return file.getFileName().toString().startsWith("samples") && Files.size(file) > 100_000;
            } catch (IOException e) {
                return false; // it was renamed just now
            }
        });
    }

    private static ReferenceNumbers finding(String name, String finding) {
        ReferenceNumbers cases =
                ReferenceNumbers.read(directory.resolve("results/summary.json")).at("cases");
        List<String> names = Assembled.names(directory.resolve("results/cases"));
        assertThat(names).contains(name);
        return cases.at(position(name), "findings", finding, "value");
    }

    /** The cases of the study in the order of its manifest. */
    private static int position(String name) {
        return List.of(
                        "cubic-0.50+linearized",
                        "cubic-0.50+exact",
                        "cubic-0.30+linearized",
                        "cubic-0.30+exact",
                        "cubic-0.05+linearized",
                        "cubic-0.05+exact",
                        "cubic-empirical+reweighting",
                        "pentagon-0.50+linearized",
                        "pentagon-0.50+exact",
                        "pentagon-0.30+linearized",
                        "pentagon-0.30+exact",
                        "pentagon-0.05+linearized",
                        "pentagon-0.05+exact",
                        "pentagon-empirical+reweighting")
                .indexOf(name);
    }

    private static void assertWeights(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int n = 0; n < expected.length; n++) {
            double tolerance = expected[n] < SMALLEST_WEIGHT ? Math.abs(Math.log(expected[n])) * 1e-14 : RELATIVE;
            assertThat(actual[n]).isCloseTo(expected[n], within(tolerance * expected[n]));
        }
    }

    private static void assertRows(double[][] actual, double[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(RELATIVE));
        }
    }
}
