package org.rote.plugins.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.plugins.report.html.picture.Xml;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Figure;
import org.rote.spi.Report.CaseResult;
import org.rote.spi.Report.Examined;
import org.rote.spi.Report.StudyResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PageTest {

    @TempDir
    Path directory;

    static List<StudyResult> studies() {
        return List.of(
                Studies.synthetic(),
                Studies.large(45),
                Studies.hostile(),
                Studies.bare(),
                Studies.pooled(),
                Studies.judged(1),
                Studies.judged(12));
    }

    private String text(StudyResult study) throws IOException {
        return Files.readString(new HtmlReport(true).write(study, directory));
    }

    private static Element byId(Document page, String id) {
        return Xml.elements(page, "*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no element with id " + id));
    }

    private static List<Element> inside(Element element, String name) {
        return Xml.elements(element.getOwnerDocument(), name).stream()
                .filter(inner ->
                        (element.compareDocumentPosition(inner) & org.w3c.dom.Node.DOCUMENT_POSITION_CONTAINED_BY) != 0)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void isWellFormedWithUniqueNamesAndLinksThatLeadSomewhere(StudyResult study) throws IOException {
        Document page = Xml.parse(text(study));
        Set<String> ids = new HashSet<>();
        for (Element element : Xml.elements(page, "*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue();
            }
        }
        for (Element link : Xml.elements(page, "a")) {
            String target = link.getAttribute("href");
            if (target.startsWith("#")) {
                assertThat(ids).contains(target.substring(1));
            } else {
                assertThat(directory.resolve(target)).exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void loadsNothing(StudyResult study) throws IOException {
        String text = text(study);
        Document page = Xml.parse(text);

        assertThat(Xml.elements(page, "link")).isEmpty();
        assertThat(Xml.elements(page, "img")).isEmpty();
        assertThat(Xml.elements(page, "script")).hasSize(1).allMatch(script -> !script.hasAttribute("src"));
        for (Element element : Xml.elements(page, "*")) {
            assertThat(element.hasAttribute("style"))
                    .as("the policy forbids style attributes")
                    .isFalse();
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
            }
        }
        assertThat(text.replace("http://www.w3.org/", ""))
                .doesNotContain("http:")
                .doesNotContain("https:");
    }

    @Test
    void admitsItsOwnStyleAndScriptOnly() throws IOException, NoSuchAlgorithmException {
        String text = text(Studies.synthetic());
        String policy = Xml.elements(Xml.parse(text), "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst()
                .orElseThrow()
                .getAttribute("content");

        assertThat(policy).startsWith("default-src 'none'; img-src data:;");
        for (String element : List.of("style", "script")) {
            String content = text.substring(
                    text.indexOf("<" + element + ">") + element.length() + 2, text.indexOf("</" + element + ">"));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            assertThat(policy)
                    .contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
            assertThat(content)
                    .as("would need escaping in XML")
                    .doesNotContain("<")
                    .doesNotContain("&");
        }
    }

    @Test
    void takesNoWordForMarkup() throws IOException {
        Document page = Xml.parse(text(Studies.hostile()));

        assertThat(Xml.elements(page, "script")).hasSize(1);
        assertThat(Xml.elements(page, "h1").get(0).getTextContent())
                .startsWith("<script>alert('x')</script> & \"quoted\"");
    }

    @Test
    void tellsWarningsFirstAndTheWorstAmongThemFirst() throws IOException {
        Document page = Xml.parse(text(Studies.synthetic()));
        List<String> titles =
                Xml.elements(page, "h2").stream().map(Element::getTextContent).toList();
        List<String> notes = inside(byId(page, "warnings"), "div").stream()
                .map(Element::getTextContent)
                .toList();

        assertThat(titles)
                .containsExactly(
                        "Warnings", "What was asked", "Pictures", "Cases and findings", "Case by case", "Origin");
        assertThat(notes).hasSize(3);
        assertThat(notes.get(0))
                .contains(
                        "Error",
                        "effective-modes.misfit",
                        "5×10−5 s/m",
                        "threshold 2×10−5 s/m",
                        "sigma-0.5+linearized");
        assertThat(notes.get(1)).contains("Warning", "mixture-weights.largest-weight", "0.95", "Siahkoohi");
        assertThat(notes.get(2)).contains("refine the grid");
        assertThat(inside(byId(page, "asked"), "li"))
                .singleElement()
                .extracting(Element::getTextContent)
                .isEqualTo("operator \"operator\": steps of 0.8 ms, the largest that is stable");
        assertThat(inside(byId(page, "warnings"), "li"))
                .singleElement()
                .extracting(Element::getTextContent)
                .isEqualTo("calibration: needs a truth drawn from the prior (all cases)");
    }

    @Test
    void sumsUpInTheFirstLines() throws IOException {
        assertThat(Xml.elements(Xml.parse(text(Studies.synthetic())), "p")
                        .get(0)
                        .getTextContent())
                .isEqualTo(
                        "3 cases, 6000 draws, 10.49 s of sampling. 1 finding says that a result must not be trusted. "
                                + "1 finding is past a threshold.");
        assertThat(Xml.elements(Xml.parse(text(Studies.bare())), "p").get(0).getTextContent())
                .isEqualTo("1 case, 0 draws, 0 s of sampling. No finding is past its threshold.");
    }

    @Test
    void showsWhatWasAskedWithItsSettings() throws IOException {
        Document page = Xml.parse(text(Studies.synthetic()));

        List<String> rows = inside(byId(page, "asked"), "tr").stream()
                .map(Element::getTextContent)
                .toList();

        assertThat(rows).hasSize(7);
        assertThat(rows.get(1)).isEqualTo("operatorcubic-1d{ type: cubic-1d, c: 0.3 }3");
        assertThat(rows.get(3))
                .startsWith("priorsigma-0.5{ type: memorized-diffusion")
                .endsWith("1");
    }

    @Test
    void putsPicturesOfOneNameSideBySide() throws IOException {
        Document page = Xml.parse(text(Studies.synthetic()));
        List<Element> groups = inside(byId(page, "pictures"), "section");

        assertThat(groups).hasSize(7);
        assertThat(inside(groups.get(0), "figure")).hasSize(3);
        assertThat(inside(groups.get(0), "figcaption").get(1).getTextContent()).isEqualTo("sigma-0.3+linearized SVG");
    }

    @Test
    void tellsACaptionOnceWhereCasesShareIt() throws IOException {
        List<String> shared = captions("one", "two", "one", "two");
        List<String> own = captions("one", "two", "three", "four");

        assertThat(shared).containsExactly("p: one", "p: two");
        assertThat(own)
                .containsExactly(
                        "figcaption: a SVGone",
                        "figcaption: b SVGtwo",
                        "figcaption: c SVGthree",
                        "figcaption: d SVGfour");
    }

    /** The captions of one group whose cases a, b, … have these captions. */
    private List<String> captions(String... captions) throws IOException {
        List<CaseResult> cases = new ArrayList<>();
        for (String caption : captions) {
            Figure figure = new Figure("f", "Title", caption, List.of());
            Examined examined = new Examined("d", new Conclusion(List.of(), List.of(figure)), "");
            String name = Character.toString('a' + cases.size());
            cases.add(new CaseResult(name, Map.of(), 1, 1, List.of(examined)));
        }
        Document page =
                Xml.parse(text(new StudyResult("t", "", "", List.of(), List.of(), List.of(), cases, List.of())));
        List<String> found = new ArrayList<>();
        for (String element : List.of("p", "figcaption")) {
            inside(byId(page, "pictures"), element).stream()
                    .filter(e -> List.of(captions).stream()
                            .anyMatch(caption -> e.getTextContent().endsWith(caption)))
                    .forEach(e -> found.add(element + ": " + e.getTextContent()));
        }
        return found;
    }

    @Test
    void showsScalarFindingsInATableWithUnitsInTheHead() throws IOException {
        Document page = Xml.parse(text(Studies.synthetic()));
        List<Element> rows = inside(byId(page, "numbers"), "tr");
        List<Element> cells = inside(rows.get(2), "td");

        assertThat(rows).hasSize(5);
        assertThat(rows.get(1).getTextContent())
                .isEqualTo("Casedrawstime (s)largest-weighteffective-modesmisfit (s/m)");
        assertThat(cells.get(2).getTextContent()).isEqualTo("0.5000");
        assertThat(cells.get(4).getTextContent()).isEqualTo("5×10−5■");
        assertThat(cells.get(4).getAttribute("title"))
                .isEqualTo("The prior cannot explain the data.\nThreshold: 2×10⁻⁵ s/m.");
        assertThat(cells.get(4).getAttribute("data-value")).isEqualTo("5.0E-5");
        assertThat(cells.get(2).getAttribute("title"))
                .endsWith("Threshold: 0.9.\nSource: Siahkoohi and Sabeddu (2026), Eq. 7");
    }

    @Test
    void putsCasesThatDifferOnlyInNoiseBesideOneAnother() throws IOException {
        Document page = Xml.parse(text(Studies.atTwoNoises()));

        assertThat(inside(byId(page, "numbers"), "tbody").stream()
                        .flatMap(body -> inside(body, "th").stream())
                        .map(Element::getTextContent))
                .containsExactly("low+dps", "high+dps", "low+exact", "high+exact");
    }

    @Test
    void foldsArraysCaseByCase() throws IOException {
        Document page = Xml.parse(text(Studies.synthetic()));
        List<Element> folded = inside(byId(page, "c1"), "details");

        assertThat(folded).hasSize(2);
        assertThat(folded.get(0).getTextContent())
                .startsWith("5 numbers, 1.2×10−9 to 0.65")
                .contains("0.31");
        assertThat(folded.get(1).getTextContent())
                .startsWith("2 × 2 × 2 numbers, 0 to 3 m2")
                .contains("1, 0");
    }

    @Test
    void foldsCasesAndPicturesWhereThereAreMany() throws IOException {
        Document many = Xml.parse(text(Studies.large(45)));
        Element group = inside(byId(many, "pictures"), "section").get(0);

        assertThat(inside(group, "figure")).hasSize(45);
        assertThat(inside(group, "details")).singleElement().satisfies(rest -> {
            assertThat(rest.getTextContent()).contains("33 more cases");
            assertThat(inside(rest, "figure")).hasSize(33);
        });
        assertThat(byId(many, "c7").getFirstChild().getNodeName()).isEqualTo("details");
        Document few = Xml.parse(text(Studies.large(40)));
        assertThat(byId(few, "c7").getFirstChild().getNodeName()).isEqualTo("h3");
    }

    @Test
    void endsWithManifestAndProvenanceFolded() throws IOException {
        Document page = Xml.parse(text(Studies.synthetic()));
        List<Element> texts = inside(byId(page, "origin"), "pre");

        assertThat(texts).hasSize(2);
        assertThat(texts.get(0).getTextContent()).startsWith("rote: 1\ntitle: Posterior collapse\n");
        assertThat(texts.get(1).getTextContent()).startsWith("{\n  \"rote\": \"0.1.0\",\n");
        assertThat(inside(byId(page, "origin"), "details"))
                .hasSize(2)
                .noneMatch(details -> details.hasAttribute("open"));
    }

    @Test
    void keepsHeadingsInOrder() throws IOException {
        int level = 0;
        for (Element element : Xml.elements(Xml.parse(text(Studies.synthetic())), "*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int next = element.getTagName().charAt(1) - '0';
                assertThat(next).as(element.getTextContent()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
        assertThat(level).isPositive();
    }

    @Test
    void beginsWithTheVerdictOfAnOnlyCaseAndWhatDecidesIt() throws IOException {
        Document page = Xml.parse(text(Studies.judged(1)));
        Element first = inside(Xml.elements(page, "main").get(0), "section").get(0);
        assertThat(first.getAttribute("id")).isEqualTo("verdict");
        assertThat(first.getTextContent())
                .contains("memorized", "Because of draw 0.", "copy-probability", "closeness", "closeness-null");
        assertThat(inside(first, "table")).isEmpty();
    }

    @Test
    void tellsTheVerdictsOfSeveralCasesInATable() throws IOException {
        Document page = Xml.parse(text(Studies.judged(12)));
        Element verdict = byId(page, "verdict");
        List<Element> rows = inside(inside(verdict, "tbody").get(0), "tr");
        assertThat(rows).hasSize(12);
        assertThat(rows.get(3).getTextContent()).contains("case-3", "no sign of memorization", "copy-probability 0.6");
        assertThat(inside(inside(verdict, "details").get(0), "p")).hasSize(12);
    }

    @Test
    void saysNothingOfVerdictsWhereNoDiagnosticGaveOne() throws IOException {
        Document page = Xml.parse(text(Studies.bare()));
        assertThat(Xml.elements(page, "section"))
                .noneMatch(section -> section.getAttribute("id").equals("verdict"));
        assertThat(inside(Xml.elements(page, "nav").get(0), "a"))
                .noneMatch(link -> link.getTextContent().equals("Verdict"));
    }

    @Test
    void tellsPoolsBeforeCasesAndFewOfManyTruths() throws IOException {
        String page = text(Studies.pooled());
        Document parsed = Xml.parse(page);
        assertThat(page.indexOf("Over many cases</h2>"))
                .isPositive()
                .isLessThan(page.indexOf("Cases and findings</h2>"));
        assertThat(byId(parsed, "pools").getTextContent())
                .contains("dps: 59 cases; 1 left out: truth-0+dps (the case failed: no memory).")
                .contains("Not concluded: it takes two noises.")
                .contains("0.25, 0.5")
                .contains("What they mean");
        assertThat(byId(parsed, "verdict").getTextContent()).contains("sampler wrong", "It strays.");
        // sixty warnings of one name are one note, and three truths have a section
        assertThat(inside(byId(parsed, "warnings"), "h3")).hasSize(2);
        assertThat(inside(byId(parsed, "cases"), "h3")).hasSize(3);
        assertThat(byId(parsed, "cases").getTextContent()).contains("57 more cases of other truths");
        assertThat(directory.resolve("figures/pools")).isDirectory();
        assertThat(byId(parsed, "asked").getTextContent()).doesNotContain("truth-17");
    }
}
