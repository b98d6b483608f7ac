package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told about files that are no manifest at all; each message in full. */
final class YamlProblemsTest {

    @TempDir
    Path directory;

    private Manifests manifests;

    @BeforeEach
    void offerTheDesign() {
        manifests = new Manifests(directory, FakeCatalog.ofTheDesign());
    }

    @Test
    void refusesAKeyTwice() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + "sampler: { type: quadrature, draws: 3, draws: 4 }\n"))
                .isEqualTo("""
                study.yaml:7  sampler.draws: is given twice, on lines 7 and 7
                  fix  keep one of the two
                study.yaml:7  sampler: is given twice, on lines 6 and 7
                  fix  keep one of the two""");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + """
                title: [a
                seed: 3
                """)).isEqualTo("""
                study.yaml:8  is not YAML: expected ',' or ']', but got :
                  fix  check the indentation, quotes and brackets on this line and before it""");
    }

    @Test
    void refusesTabs() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + "cases:\n\t- { sampler: exact }\n"))
                .isEqualTo("""
                study.yaml:8  is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
                  fix  check the indentation, quotes and brackets on this line and before it""");
    }

    @Test
    void refusesTags() {
        assertThat(manifests.problemsOfStudy(Manifests.small(
                        "sampler: { type: quadrature }",
                        "sampler: !sampler { type: quadrature, draws: !!timestamp 3 }")))
                .isEqualTo("""
                study.yaml:6  sampler: has the tag !sampler, which means nothing here
                  fix  remove the tag
                study.yaml:6  sampler.draws: has the tag !!timestamp, which means nothing here
                  fix  remove the tag""");
    }

    @Test
    void refusesAnAliasOfNothing() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + "title: *name\n"))
                .isEqualTo("""
                study.yaml:7  *name names nothing that is complete before it
                  fix  write &name in front of the value, above this line""");
    }

    @Test
    void refusesASecondDocument() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + """
                ---
                rote: 1
                """)).isEqualTo("""
                study.yaml:7  holds a second document
                  fix  put it into a file of its own""");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(manifests.problemsOfStudy("# nothing\n")).isEqualTo("""
                study.yaml  is empty
                  fix  begin it with "rote: 1\"""");
    }

    @Test
    void refusesAFileThatIsAList() {
        assertThat(manifests.problemsOfStudy("- rote: 1\n")).isEqualTo("""
                study.yaml:1  must be a section of keys, got a list
                  fix  begin it with "rote: 1\"""");
    }

    @Test
    void refusesKeysThatAreLists() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + "[a, b]: 3\n")).isEqualTo("""
                study.yaml:7  has a key that is a list or a section
                  fix  write a single word before the colon""");
    }

    @Test
    void refusesControlCharacters() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + "title: \"a\u0007\"\n"))
                .isEqualTo("""
                study.yaml:7  holds the character U+0007, which YAML does not allow
                  fix  remove it""");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(problemsOf("none.yaml"))
                .isEqualTo("none.yaml  does not exist\n  fix  give the path of a manifest, such as study.yaml");
    }

    @Test
    void refusesADirectory() throws IOException {
        Files.createDirectory(directory.resolve("studies"));

        assertThat(problemsOf("studies"))
                .isEqualTo("studies  is no file\n  fix  give the path of a manifest, such as study.yaml");
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        Files.write(directory.resolve("latin.yaml"), "rote: 1\ntitle: é\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problemsOf("latin.yaml")).isEqualTo("latin.yaml  is not UTF-8 text\n  fix  save it as UTF-8");
    }

    @Test
    void refusesFilesThatAreTooLarge() throws IOException {
        try (FileChannel file = FileChannel.open(
                directory.resolve("large.yaml"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap("rote: 1\n".getBytes(StandardCharsets.UTF_8)), YamlReader.LARGEST_TEXT);
        }

        assertThat(problemsOf("large.yaml")).isEqualTo("""
                        large.yaml  is larger than a manifest may be: 8388616 of 8388608 bytes
                          fix  keep arrays in .npy files and name those""");
    }

    @Test
    void refusesBracketsWithoutEnd() {
        assertThat(manifests.problemsOfStudy("rote: 1\ntitle:\n  " + "[".repeat(100_000)))
                .isEqualTo("""
                        study.yaml:3  is nested deeper than 64 levels
                          fix  nest less, or check the brackets""");
    }

    @Test
    void countsAnAliasAsOftenAsItIsUsed() {
        StringBuilder yaml = new StringBuilder("rote: 1\na0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 12; i++) {
            yaml.append("a" + i + ": &a" + i + " [")
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }

        assertThat(manifests.problemsOfStudy(yaml.toString())).isEqualTo("""
                        study.yaml:7  holds more than 1000000 values
                          fix  keep arrays in .npy files and name those""");
    }

    @Test
    void refusesAnAliasOfWhatItStandsIn() {
        assertThat(manifests.problemsOfStudy("rote: 1\ntitle: &a [1, *a]\n")).isEqualTo("""
                        study.yaml:2  *a names nothing that is complete before it
                          fix  write &a in front of the value, above this line""");
    }

    private String problemsOf(String name) {
        ManifestException problems = catchThrowableOfType(
                ManifestException.class,
                () -> new ManifestReader(manifests.catalog()).read(directory.resolve(name), Purpose.STUDY));
        return problems.getMessage().replace(directory + File.separator, "");
    }
}
