package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests in the documentation are manifests. */
final class ManualTest {

    private static final Path DOCS = Assembled.HOME.resolve("docs");
    private static final Pattern MANIFEST = Pattern.compile("```yaml\n(rote: .*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("manifests")
    void canBeRun(String manifest) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("study.yaml"), manifest);
        Path output = directory.resolve("output");

        int code = new ProcessBuilder(Assembled.HOME.resolve("bin/rote").toString(), "check", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        assertThat(code).as(Files.readString(output)).isZero();
    }

    static List<String> manifests() {
        List<String> manifests = Stream.concat(
                        Assembled.list(DOCS).stream(), Stream.of(Assembled.ROOT.resolve("README.md")))
                .filter(page -> page.toString().endsWith(".md"))
                .filter(page -> !page.endsWith("write-a-plugin.md")) // whose plugin its reader makes
                .flatMap(ManualTest::manifests)
                .toList();
        assertThat(manifests).as("manifests in " + DOCS).isNotEmpty();
        return manifests;
    }

    private static Stream<String> manifests(Path page) {
        try {
            return MANIFEST.matcher(Files.readString(page, StandardCharsets.UTF_8))
                    .results()
                    .map(match -> match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
