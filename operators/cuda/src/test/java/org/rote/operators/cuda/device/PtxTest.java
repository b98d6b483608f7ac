package org.rote.operators.cuda.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PTX that is shipped is that of the source, and what the source promises of it is true. */
final class PtxTest {

    private static final Path SOURCE = Path.of("src/main/cuda/waves.cu");
    private static final Path SHIPPED = Path.of("src/main/resources/org/rote/operators/cuda/device/waves.ptx");
    private static final Pattern OPERATION = Pattern.compile("[a-z]\\S*\\.f(16|32|64)\\b");
    /** Arithmetic that rounds to the nearest, and what does not round. */
    private static final Pattern EXACT =
            Pattern.compile("(add|sub|mul|fma)\\.rn\\.f32|(neg|mov|selp|(ld|st)\\.(global|param)(\\.nc|\\.v2)?)\\.f32");

    private static final String FIX = "run src/main/cuda/build.sh with nvcc 13.0";

    @TempDir
    Path directory;

    @Test
    void isOfThisSource() throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(SOURCE));
        assertThat(Files.readAllLines(SHIPPED).get(0))
                .as(FIX)
                .isEqualTo("// SHA-256 of waves.cu: " + HexFormat.of().formatHex(digest));
    }

    @Test
    void isForTheOldestCardsThatAreSupported() throws IOException {
        assertThat(Files.readAllLines(SHIPPED)).contains(".version 9.0", ".target sm_75", ".address_size 64");
    }

    /** Operations without {@code .rn} may be fused by what compiles PTX, here but not there; then steps that are computed again need not have the bits that they had. Those with {@code .ftz} lose numbers that processors keep. */
    @Test
    void roundsEveryOperationAsItIsWritten() throws IOException {
        List<String> operations = instructions(Files.readString(SHIPPED)).stream()
                .map(OPERATION::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .distinct()
                .toList();
        assertThat(operations).contains("add.rn.f32", "fma.rn.f32", "mul.rn.f32");
        assertThat(operations).allMatch(EXACT.asMatchPredicate());
    }

    /** Arrays in local memory, which lies where that of the card does: every thread of every step would write and read them beside the field, as fast as that. */
    @Test
    void keepsWhatIsOfAThreadInRegisters() throws IOException {
        assertThat(instructions(Files.readString(SHIPPED))).noneMatch(line -> line.contains(".local"));
    }

    /** What the driver does on a card of that generation; registers that do not suffice would be kept in local memory too. */
    @ParameterizedTest
    @ValueSource(strings = {"sm_75", "sm_80", "sm_86", "sm_89", "sm_90", "sm_100", "sm_120"})
    void isAssembledForCardsWithoutMemoryInPlaceOfRegisters(String card) throws IOException, InterruptedException {
        requireVersionOfPtx("ptxas");
        Path log = directory.resolve("log");
        Path cubin = directory.resolve("waves.cubin");

        int code = run(log, "ptxas", "-v", "-arch=" + card, "-o", cubin.toString(), SHIPPED.toString());

        String told = Files.readString(log);
        assertThat(code).as(told).isZero();
        List<String> kernels =
                told.lines().filter(line -> line.contains("stack frame")).toList();
        assertThat(kernels)
                .hasSize((int) Files.readString(SHIPPED)
                        .lines()
                        .filter(line -> line.contains(".entry"))
                        .count())
                .allMatch(
                        line -> line.strip().equals("0 bytes stack frame, 0 bytes spill stores, 0 bytes spill loads"));
    }

    @Test
    void isWhatTheCompilerGives() throws IOException, InterruptedException {
        requireVersionOfPtx("nvcc");
        String shipped = Files.readString(SHIPPED);
        Path again = directory.resolve("waves.ptx");

        int code = run(directory.resolve("log"), "src/main/cuda/build.sh", again.toString());

        assertThat(code).as(Files.readString(directory.resolve("log"))).isZero();
        assertThat(instructions(Files.readString(again))).as(FIX).isEqualTo(instructions(shipped));
    }

    /** Skips the test where a tool of CUDA is missing or not of the version that made the PTX. */
    private void requireVersionOfPtx(String tool) throws InterruptedException, IOException {
        Path log = directory.resolve("version");
        try {
            run(log, tool, "--version");
        } catch (IOException e) {
            Assumptions.abort("the PTX is not compiled: there is no " + tool + " (" + e.getMessage() + ")");
        }
        String version = Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("Cuda compilation tools"))
                .findFirst()
                .orElse("none with a version");
        Assumptions.assumeTrue(
                Files.readString(SHIPPED).contains(version),
                () -> "the PTX is not compiled: it is not of this " + tool + ", " + version);
    }

    private static int run(Path log, String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    private static List<String> instructions(String ptx) {
        return ptx.lines()
                .map(line -> line.replaceFirst("//.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
