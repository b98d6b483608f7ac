package org.rote.plugins.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.rote.plugins.report.html.picture.Picture;
import org.rote.plugins.report.html.text.Markup;
import org.rote.spi.Report;

/**
 * Writes {@code report.html} and, where asked, the pictures under {@code figures/}. Each file is written beside its place and then moved there, the page last, so that a
 * report that is there is whole.
 *
 * <p>Pictures are drawn one at a time: the memory needed does not grow with their number.
 */
final class HtmlReport implements Report {

    private final boolean figures;

    HtmlReport(boolean figures) {
        this.figures = figures;
    }

    @Override
    public Path write(StudyResult study, Path directory) throws IOException {
        Contents contents = new Contents(study);
        Path page = directory.resolve("report.html");
        try {
            writeWhole(
                    page, out -> new Page(new Markup(out), contents, figures, plate -> draw(plate, directory)).write());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return page;
    }

    private String draw(Plate plate, Path directory) {
        String svg = Picture.svg(plate.figure(), plate.id());
        if (figures) {
            writeWhole(
                    directory.resolve(plate.file()),
                    out -> new Markup(out).raw(svg).line().end());
        }
        return svg;
    }

    private static void writeWhole(Path file, Consumer<Writer> content) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                try (Writer out = Files.newBufferedWriter(unfinished)) {
                    content.accept(out);
                }
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
