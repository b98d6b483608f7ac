package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command says to bad input: what, where, how to fix; exit code 2; and nothing left behind. */
class BadInputTest {

    private static final String STUDY = """
            rote: 1
            title: A study
            operator: { type: cubic-1d }
            observation: { data: [0.0] }
            noise: { type: gaussian, standard-deviation: 0.3 }
            prior: { type: memorized-diffusion, sigma: 0.3, training: { type: inline, models: [[-1.5], [0.4]] } }
            sampler: { type: linearized-mixture, draws: 100 }
            diagnostics: [ { type: effective-modes } ]
            """;

    @TempDir
    Path directory;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("draws:", "drawz:", "study.yaml:7  sampler.drawz: unknown key", "did you mean \"draws\"?"),
                Arguments.of(
                        "cubic-1d",
                        "cubic-1e",
                        "study.yaml:3  operator.type: unknown operator",
                        "did you mean \"cubic-1d\"?"),
                Arguments.of(
                        "0.3 }",
                        "0.3 furlong }",
                        "study.yaml:5  noise.standard-deviation: unknown unit \"furlong\"",
                        "fix"),
                Arguments.of(
                        "[0.0]", "[0.0, 1.0]", "study.yaml:4  observation.data: holds 2 values, needed are 1", "fix"),
                Arguments.of("[0.0]", "[.nan]", "study.yaml:4  observation.data[0]: must be finite", "fix"),
                Arguments.of(
                        "[[-1.5], [0.4]]",
                        "[[-1.5]]",
                        "study.yaml:6  prior.training: holds a single model",
                        "give at least two"),
                Arguments.of("[[-1.5], [0.4]]", "[]", "study.yaml:6  prior.training.models: must not be empty", "fix"),
                Arguments.of(
                        "sigma: 0.3",
                        "sigma: -0.1",
                        "study.yaml:6  prior.sigma: must be greater than 0, got -0.1",
                        "give a positive noise level"),
                Arguments.of(
                        "title: A study", "title: A\ntitle: B", "title: is given twice, on lines 2 and 3", "keep one"),
                Arguments.of(
                        "type: inline, models: [[-1.5], [0.4]]",
                        "type: npy, file: torn.npy",
                        "study.yaml:6  prior.training.file: ",
                        "truncated"),
                Arguments.of(
                        "type: inline, models: [[-1.5], [0.4]]",
                        "type: npy, file: liar.npy",
                        "study.yaml:6  prior.training.file: ",
                        "needs 8000000000"),
                Arguments.of(
                        "type: inline, models: [[-1.5], [0.4]]",
                        "type: npy, file: gone.npy",
                        "study.yaml:6  prior.training.file: does not exist",
                        "correct the path"),
                Arguments.of("linearized-mixture", "reweighting", "needs a prior with atoms", "fix"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatWhereAndHowToFix(String right, String wrong, String what, String fix) throws Exception {
        Files.write(directory.resolve("torn.npy"), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
        Files.write(directory.resolve("liar.npy"), liar());
        assertThat(STUDY).contains(right);
        Files.writeString(directory.resolve("study.yaml"), STUDY.replace(right, wrong));
        Command run = Command.run(Assembled.HOME, directory, "run", "study.yaml", "--out", "results");
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(what, fix).doesNotContain("\tat ");
        assertThat(directory.resolve("results")).doesNotExist();
    }

    @Test
    void tellsEveryMistakeAtOnce() throws Exception {
        Files.writeString(
                directory.resolve("study.yaml"),
                STUDY.replace("cubic-1d", "cubic-1e")
                        .replace("sigma: 0.3", "sigma: -0.1")
                        .replace("draws", "drawz"));
        Command check = Command.run(Assembled.HOME, directory, "check", "study.yaml");
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.err()).contains("study.yaml:3", "study.yaml:6", "study.yaml:7");
    }

    @Test
    void leavesADirectoryThatIsTakenAlone() throws Exception {
        Files.writeString(directory.resolve("study.yaml"), STUDY);
        Files.writeString(Files.createDirectory(directory.resolve("taken")).resolve("mine.txt"), "mine");
        Command run = Command.run(Assembled.HOME, directory, "run", "study.yaml", "--out", "taken");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("taken: exists, is not empty and holds no run", "--out");
        assertThat(Assembled.names(directory.resolve("taken"))).containsExactly("mine.txt");
    }

    @Test
    void explainsAMissingManifestAndAnUnknownCommand() throws Exception {
        Command missing = Command.run(Assembled.HOME, directory, "run", "gone.yaml");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("gone.yaml  does not exist");
        Command unknown = Command.run(Assembled.HOME, directory, "chekc");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("Did you mean: rote check");
    }

    @Test
    void verifiesSimulatesAndDifferentiatesAnOperatorByItself() throws Exception {
        Files.writeString(directory.resolve("operator.yaml"), """
                rote: 1
                title: An operator
                operator: { type: quadratic-2d }
                """);
        Files.write(directory.resolve("m.npy"), vector(0.5, -1.5));
        Command verify = Command.run(Assembled.HOME, directory, "verify", "operator.yaml", "--model", "m.npy");
        assertThat(verify.code()).as(verify.err()).isZero();
        assertThat(verify.out())
                .contains("pass  dot test", "pass  Taylor slope")
                .doesNotContain("FAIL");
        Command simulate = Command.run(
                Assembled.HOME, directory, "simulate", "operator.yaml", "--model", "m.npy", "--out", "d.npy");
        assertThat(simulate.code()).as(simulate.err()).isZero();
        // F = (x1 + 0.3 x1 x2, x2 + 0.2 x1^2)
        assertThat(Files.readAllBytes(directory.resolve("d.npy")))
                .endsWith(doubles(0.5 + 0.3 * 0.5 * -1.5, -1.5 + 0.2 * 0.25));
        Command gradient = Command.run(
                Assembled.HOME,
                directory,
                "gradient",
                "operator.yaml",
                "--model",
                "m.npy",
                "--data",
                "d.npy",
                "--out",
                "g.npy");
        assertThat(gradient.out()).startsWith("misfit 0.0");
        assertThat(Files.readAllBytes(directory.resolve("g.npy"))).endsWith(doubles(0, 0));
        Command wrong = Command.run(
                Assembled.HOME, directory, "simulate", "operator.yaml", "--model", "operator.yaml", "--out", "x.npy");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--model: ");
        assertThat(directory.resolve("x.npy")).doesNotExist();
    }

    /** A header that promises 10⁹ numbers, and ten of them. */
    private static byte[] liar() {
        return npy("(1000000000, 1)", new byte[80]);
    }

    private static byte[] vector(double... values) {
        return npy("(" + values.length + ",)", doubles(values));
    }

    private static byte[] doubles(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putDouble);
        return bytes.array();
    }

    private static byte[] npy(String shape, byte[] data) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        byte[] file = Arrays.copyOf(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, 128 + data.length);
        System.arraycopy(padded.getBytes(StandardCharsets.US_ASCII), 0, file, 10, 118);
        System.arraycopy(data, 0, file, 128, data.length);
        return file;
    }
}
