package org.rote.plugins.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Function;
import org.rote.plugins.report.html.text.Markup;
import org.rote.plugins.report.html.text.Numbers;
import org.rote.spi.Report.CaseResult;
import org.rote.spi.Severity;

/** The page as a whole: head, title and extent, and the sections in their order. */
final class Page {

    private final Markup out;
    private final Contents contents;
    private final boolean linked;
    private final Function<Plate, String> drawing;

    /**
     * Prepares the page.
     *
     * @param out where it goes
     * @param contents what it tells
     * @param linked whether the pictures are files too, to be linked
     * @param drawing gives the SVG of a picture; called once for each
     */
    Page(Markup out, Contents contents, boolean linked, Function<Plate, String> drawing) {
        this.out = out;
        this.contents = contents;
        this.linked = linked;
        this.drawing = drawing;
    }

    void write() {
        out.raw("<!DOCTYPE html>").line();
        out.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").line();
        String style = resource("report.css");
        String script = resource("report.js");
        head(style, script);
        out.open("body").line();
        out.open("header");
        out.leaf("h1", contents.study().title());
        out.leaf("p", extent(), "class", "extent");
        navigation();
        out.close().line();
        out.open("main").line();
        new VerdictSection(out, contents).write();
        new WarningSection(out, contents).write();
        new AskedSection(out, contents).write();
        PictureSection pictures = new PictureSection(out, contents, linked, drawing);
        new PoolSection(out, contents, pictures).write();
        pictures.write();
        new TableSection(out, contents).write();
        new CaseSection(out, contents, linked).write();
        origin();
        out.close();
        out.open("script").raw(script).close();
        out.close().close().line().end();
    }

    private void head(String style, String script) {
        String policy = "default-src 'none'; img-src data:; style-src '" + hash(style) + "'; script-src '"
                + hash(script) + "'; base-uri 'none'; form-action 'none'";
        out.open("head").line();
        out.empty("meta", "charset", "utf-8").line();
        out.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                .line();
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.leaf("title", contents.study().title() + " – Rote").line();
        out.open("style").raw(style).close().line();
        out.close().line();
    }

    /** What the page comes to, in two or three sentences. */
    private String extent() {
        int cases = contents.cases().size();
        long draws = contents.cases().stream().mapToLong(CaseResult::draws).sum();
        double seconds =
                contents.cases().stream().mapToDouble(CaseResult::seconds).sum();
        int errors = contents.findings(Severity.ERROR).size();
        int warnings = contents.findings(Severity.WARNING).size();
        String done = Words.count(cases, "case") + ", " + Words.count(draws, "draw") + ", " + Numbers.of(seconds)
                + " s of sampling. ";
        if (errors == 0 && warnings == 0) {
            return done + "No finding is past its threshold.";
        }
        String worst = errors == 0
                ? ""
                : Words.count(errors, "finding") + (errors == 1 ? " says" : " say")
                        + " that a result must not be trusted. ";
        String doubtful = warnings == 0
                ? ""
                : Words.count(warnings, "finding") + (warnings == 1 ? " is" : " are") + " past a threshold.";
        return (done + worst + doubtful).strip();
    }

    private void navigation() {
        out.open("nav", "aria-label", "Sections");
        for (Chapter chapter : Chapter.values()) {
            if (isTold(chapter)) {
                out.leaf("a", chapter.title(), "href", "#" + chapter.id()).text(" ");
            }
        }
        out.close();
    }

    private boolean isTold(Chapter chapter) {
        return switch (chapter) {
            case VERDICT -> contents.hasVerdicts();
            case POOLS -> !contents.study().pools().isEmpty();
            default -> true;
        };
    }

    private void origin() {
        Chapter.ORIGIN.open(out);
        folded("Manifest as resolved, every default filled in", contents.study().manifest());
        folded(
                "Provenance: versions, hashes, seed, machine",
                JsonLayout.indented(contents.study().provenance()));
        out.close().line();
    }

    private void folded(String title, String text) {
        out.open("details").leaf("summary", title);
        out.leaf("pre", text, "tabindex", "0").close().line();
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("report-html: the resource " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash by which a content security policy admits this text and no other. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
