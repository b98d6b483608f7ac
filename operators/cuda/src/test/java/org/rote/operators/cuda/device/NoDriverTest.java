package org.rote.operators.cuda.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no driver, or JCuda's library does not load, that is a reason, and nothing else happens. */
final class NoDriverTest {

    @Test
    void tellsThatThereIsNoDriver() {
        Assumptions.assumeTrue(Natives.existForThisMachine(), "JCuda has no native library for this machine");
        Assumptions.assumeFalse(Natives.driverIsThere(), "there is a driver");
        CudaCards cards = new CudaCards();
        assertThat(cards.unavailable(0)).contains("there is no NVIDIA driver: libcuda.so.1 was not found");
        assertThat(cards.unavailable(1)).isEqualTo(cards.unavailable(0));
    }

    @Test
    void tellsTheFirstLineOfOtherErrorsOfLinking() {
        assertThat(CudaCards.reason(new UnsatisfiedLinkError("\nGLIBC_2.99 not found\nand traces")))
                .isEqualTo("JCuda's native library does not load: GLIBC_2.99 not found");
    }

    /** As JCuda words it, in a directory mounted noexec. */
    @Test
    void offersAnotherDirectoryWhereNothingMayRunFromThatForTemporaryFiles() {
        String message = """
                Error while loading native library "JCudaDriver-12.6.0-linux-x86_64"
                Stack trace from the attempt to load the library as a file:
                java.lang.UnsatisfiedLinkError: no JCudaDriver-12.6.0-linux-x86_64 in java.library.path: /usr/lib
                \tat java.base/java.lang.System.loadLibrary(System.java:1)
                Stack trace from the attempt to load the library as a resource:
                java.lang.UnsatisfiedLinkError: /natives/a.so: /natives/a.so: failed to map segment from shared object
                \tat java.base/java.lang.System.load(System.java:1)
                """;
        assertThat(CudaCards.reason(new UnsatisfiedLinkError(message)))
                .isEqualTo("JCuda's native library does not load: /natives/a.so: /natives/a.so:"
                        + " failed to map segment from shared object; name another directory for temporary files:"
                        + " ROTE_JAVA_OPTS=-Djava.io.tmpdir=DIRECTORY");
    }

    @Test
    void offersAnotherDirectoryWhereThatForTemporaryFilesCannotBeWritten(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> Natives.load(file))
                .isInstanceOfSatisfying(
                        IOException.class,
                        error -> assertThat(CudaCards.reason(error))
                                .startsWith("JCuda's native library cannot be unpacked: ")
                                .contains(file.toString())
                                .endsWith("; name another directory for temporary files:"
                                        + " ROTE_JAVA_OPTS=-Djava.io.tmpdir=DIRECTORY"));
    }
}
