package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What `bin/rote` asks of Java, told by a stand-in for Java that prints its arguments, one a line. */
final class LauncherTest {

    private static final String WITH_VECTORS = "java.base jdk.incubator.vector";
    private static final String HALF_OF_THE_MEMORY = "-XX:MaxRAMPercentage=50";
    private static final Path LAUNCHER = Assembled.HOME.resolve("bin/rote");

    @TempDir
    Path jdk;

    private record Ended(int code, String out) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    @Test
    void handsItsArgumentsOnUnchanged() throws Exception {
        install("17.0.1", "java.base");
        Ended ended = start(LAUNCHER, Map.of(), "check", "a study.yaml", "--quiet", "");
        assertThat(ended.code()).isZero();
        assertThat(ended.lines())
                .containsSequence("-m", "org.rote.app/org.rote.app.Rote", "check", "a study.yaml", "--quiet", "");
    }

    @Test
    void namesTheModulesAndTheHomeOfTheDistribution() throws Exception {
        install("17.0.1", "java.base");
        assertThat(start(LAUNCHER, Map.of(), "version").lines())
                .containsSequence(
                        "--module-path", Assembled.HOME.resolve("lib").toString(), "--add-modules", "ALL-MODULE-PATH")
                .contains("-Dguice_custom_class_loading=OFF", "-Drote.home=" + Assembled.HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "simulate", "gradient", "verify"})
    void asksForTheVectorModuleWhereSomethingIsComputed(String command) throws Exception {
        install("25", WITH_VECTORS);
        assertThat(start(LAUNCHER, Map.of(), command).lines()).contains("ALL-MODULE-PATH,jdk.incubator.vector");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "simulate", "gradient", "verify"})
    void takesHalfOfTheMemoryWhereSomethingIsComputedUnlessOptionsSayOtherwise(String command) throws Exception {
        install("25", WITH_VECTORS);
        assertThat(start(LAUNCHER, Map.of("ROTE_JAVA_OPTS", "-Xmx2g"), command).lines())
                .containsSubsequence(HALF_OF_THE_MEMORY, "-Xmx2g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "plugins", "describe", "--help"})
    void leavesTheVectorModuleItsWarningAndTheLargeHeapOutElsewhere(String command) throws Exception {
        install("25", WITH_VECTORS);
        assertThat(start(LAUNCHER, Map.of(), command).lines())
                .contains("ALL-MODULE-PATH")
                .doesNotContain(HALF_OF_THE_MEMORY);
    }

    @Test
    void computesWithoutTheVectorModuleWhereJavaLacksIt() throws Exception {
        install("25", "java.base");
        assertThat(start(LAUNCHER, Map.of(), "run").lines()).contains("ALL-MODULE-PATH");
    }

    @Test
    void handsTheOptionsOfTheEnvironmentToJava() throws Exception {
        install("17.0.1", "java.base");
        assertThat(start(LAUNCHER, Map.of("ROTE_JAVA_OPTS", "-Xmx2g -Da=b"), "version")
                        .lines())
                .containsSubsequence("-Xmx2g", "-Da=b", "--module-path");
    }

    @Test
    void findsItsDistributionThroughSymbolicLinks(@TempDir Path elsewhere) throws Exception {
        install("17.0.1", "java.base");
        Path first = Files.createSymbolicLink(elsewhere.resolve("first"), LAUNCHER);
        Path second = Files.createSymbolicLink(elsewhere.resolve("second"), first.getFileName());
        assertThat(start(second, Map.of(), "version").lines()).contains("-Drote.home=" + Assembled.HOME);
        Files.delete(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "16", "1.8.0_392"})
    void refusesAnOlderJava(String version) throws Exception {
        install(version, "java.base");
        Ended ended = start(LAUNCHER, Map.of(), "version");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .isEqualTo("rote: " + jdk.resolve("bin/java") + " is Java " + version
                        + "; Rote needs 17 or newer\n  fix  set JAVA_HOME to a JDK 17 or newer\n");
    }

    @Test
    void refusesAJavaHomeWithoutJava() throws Exception {
        Ended ended = start(LAUNCHER, Map.of(), "version");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .isEqualTo("rote: JAVA_HOME is " + jdk
                        + ", which has no bin/java\n  fix  name a JDK 17 or newer there, or unset it\n");
    }

    private void install(String version, String modules) throws IOException {
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n");
    }

    private Ended start(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("ROTE_JAVA_OPTS");
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", jdk.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }
}
