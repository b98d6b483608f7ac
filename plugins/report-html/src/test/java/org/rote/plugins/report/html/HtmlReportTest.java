package org.rote.plugins.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.plugins.report.html.picture.Gallery;
import org.rote.plugins.report.html.picture.Xml;

class HtmlReportTest {

    @TempDir
    Path directory;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesThePageAndEachPicture() throws IOException {
        Path page = new HtmlReport(true).write(Studies.synthetic(), directory);

        assertThat(page).isEqualTo(directory.resolve("report.html")).isNotEmptyFile();
        assertThat(files())
                .hasSize(12)
                .contains(
                        "figures/sigma-0.3+linearized/mixture-weights-densities.svg",
                        "figures/sigma-0.5+linearized/mixture-weights-fields.svg");
        Xml.parse(Files.readString(directory.resolve("figures/sigma-0.5+linearized/mixture-weights-fields.svg")));
    }

    @Test
    void namesAPictureOnceThatIsCalledLikeItsDiagnostic() throws IOException {
        new HtmlReport(true).write(Studies.drawn("densities", Gallery.densities(0.3)), directory);

        assertThat(files()).containsExactly("figures/only/densities.svg", "report.html");
    }

    @Test
    void writesThePageAloneWhereAsked() throws IOException {
        Path page = new HtmlReport(false).write(Studies.synthetic(), directory);

        assertThat(files()).containsExactly("report.html");
        assertThat(Files.readString(page)).doesNotContain("figures/");
    }

    @Test
    void keepsHostileNamesInsideTheDirectory() throws IOException {
        new HtmlReport(true).write(Studies.hostile(), directory);

        assertThat(files())
                .hasSize(2)
                .allMatch(name -> name.matches("report\\.html|figures/[\\w.+-]+/[\\w.+-]+\\.svg"));
    }

    @Test
    void replacesAnEarlierReport() throws IOException {
        Files.writeString(directory.resolve("report.html"), "old");

        Path page = new HtmlReport(true).write(Studies.bare(), directory);

        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
        assertThat(files()).containsExactly("report.html");
    }

    @Test
    void leavesTheEarlierPageWhenAPictureCannotBeWritten() throws IOException {
        Files.writeString(directory.resolve("figures"), "a file where a folder belongs");
        Files.writeString(directory.resolve("report.html"), "old");

        assertThatThrownBy(() -> new HtmlReport(true).write(Studies.synthetic(), directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("figures");

        assertThat(files()).containsExactly("figures", "report.html");
        assertThat(directory.resolve("report.html")).hasContent("old");
    }

    @Test
    void isTheSameBytesEachTime() throws IOException {
        String first = Files.readString(new HtmlReport(true).write(Studies.synthetic(), directory));
        String second = Files.readString(new HtmlReport(true).write(Studies.synthetic(), directory));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void leavesAPageToLookAtInTheBuildFolder() throws IOException {
        Path target = Path.of("target", "gallery");
        Files.createDirectories(target);

        assertThat(new HtmlReport(true).write(Studies.synthetic(), target)).isNotEmptyFile();
    }
}
