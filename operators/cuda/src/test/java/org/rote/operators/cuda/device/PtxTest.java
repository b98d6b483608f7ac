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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PTX that is shipped is that of the source. */
final class PtxTest {

    private static final Path SOURCE = Path.of("src/main/cuda/waves.cu");
    private static final Path SHIPPED = Path.of("src/main/resources/org/rote/operators/cuda/device/waves.ptx");
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

    @Test
    void isWhatTheCompilerGives() throws IOException, InterruptedException {
        String version = compiler();
        String shipped = Files.readString(SHIPPED);
        Assumptions.assumeTrue(
                shipped.contains(version), () -> "the PTX is not compared: there is " + version + ", another nvcc");
        Path again = directory.resolve("waves.ptx");

        int code = run(directory.resolve("log"), "src/main/cuda/build.sh", again.toString());

        assertThat(code).as(Files.readString(directory.resolve("log"))).isZero();
        assertThat(instructions(Files.readString(again))).as(FIX).isEqualTo(instructions(shipped));
    }

    /** The line by which nvcc names its version. */
    private String compiler() throws InterruptedException, IOException {
        Path log = directory.resolve("version");
        try {
            run(log, "nvcc", "--version");
        } catch (IOException e) {
            Assumptions.abort("the PTX is not compared: there is no nvcc (" + e.getMessage() + ")");
        }
        return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("Cuda compilation tools"))
                .findFirst()
                .orElse("an nvcc without a version");
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
