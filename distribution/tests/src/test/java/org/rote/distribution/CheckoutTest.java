package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When `distribution/rote` builds, told by a stand-in for Maven that counts its calls and lays out a stand-in for rote. */
final class CheckoutTest {

    private static final String MAVEN = """
            #!/bin/sh
            echo built >>"$PWD/builds"
            sleep 1
            [ ! -e "$PWD/broken" ] || exit 1
            mkdir -p distribution/assembly/target/rote/bin
            printf '#!/bin/sh\\necho "in $PWD with $*"\\n' >distribution/assembly/target/rote/bin/rote
            chmod +x distribution/assembly/target/rote/bin/rote
            """;

    /** No process has this number: Linux and macOS stop well below it. */
    private static final String NOBODY = "2147483646";

    @TempDir
    Path root;

    @BeforeEach
    void layOutACheckout() throws IOException {
        Path launcher = Files.createDirectories(root.resolve("distribution")).resolve("rote");
        Files.copy(Assembled.ROOT.resolve("distribution/rote"), launcher);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Path maven = Files.createDirectories(root.resolve("path")).resolve("mvn");
        Files.writeString(maven, MAVEN);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        source("pom.xml");
        source("core/spi/src/main/java/A.java");
        source("core/spi/src/test/java/ATest.java");
        source("distribution/examples/study.yaml");
    }

    @Test
    void buildsOnceAndStartsWhereItWasCalled() throws Exception {
        Path here = Files.createDirectories(root.resolve("a folder"));
        Process process = start(here, "run", "study.yaml");
        assertThat(output(process))
                .isEqualTo("rote: building (once; about a minute the first time)\nin " + here.toRealPath()
                        + " with run study.yaml\n");
        assertThat(process.waitFor()).isZero();
        assertThat(output(start(here, "version"))).isEqualTo("in " + here.toRealPath() + " with version\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        output(start(root, "version"));
        touch("core/spi/src/main/java/A.java");
        output(start(root, "version"));
        touch("distribution/examples/study.yaml");
        output(start(root, "version"));
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void buildsNothingForANewerTest() throws Exception {
        output(start(root, "version"));
        touch("core/spi/src/test/java/ATest.java");
        output(start(root, "version"));
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsOnceForTwoStartsAtOnce() throws Exception {
        Process first = start(root, "first");
        Process second = start(root, "second");
        assertThat(output(first)).endsWith("with first\n");
        assertThat(output(second)).endsWith("with second\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void takesOverTheLockOfABuilderThatIsGone() throws Exception {
        Path lock = Files.createDirectories(root.resolve("distribution/assembly/target/rote-building"));
        Files.writeString(lock.resolve("pid"), NOBODY + "\n");
        assertThat(output(start(root, "version"))).endsWith("with version\n");
        assertThat(lock).doesNotExist();
    }

    @Test
    void saysWhatToDoWhenTheBuildFailsAndTriesAgainNextTime() throws Exception {
        Files.createFile(root.resolve("broken"));
        Process process = start(root, "version");
        assertThat(output(process))
                .endsWith(
                        "rote: the build failed\n  fix  read the first error above; run mvn -B verify for all of it\n");
        assertThat(process.waitFor()).isEqualTo(1);
        Files.delete(root.resolve("broken"));
        assertThat(output(start(root, "version"))).endsWith("with version\n");
    }

    private void source(String path) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.createFile(root.resolve(path));
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.EPOCH));
    }

    /** Makes one source newer than the last build, which is set back so that coarse file times cannot hide it. */
    private void touch(String path) throws IOException {
        Files.setLastModifiedTime(
                root.resolve("distribution/assembly/target/rote-built"),
                FileTime.from(Instant.now().minusSeconds(10)));
        Files.setLastModifiedTime(
                root.resolve(path), FileTime.from(Instant.now().minusSeconds(5)));
    }

    private long builds() throws IOException {
        return Files.readAllLines(root.resolve("builds")).size();
    }

    private Process start(Path directory, String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = root.resolve("distribution/rote").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment()
                .merge("PATH", root.resolve("path").toString(), (old, own) -> own + File.pathSeparator + old);
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
