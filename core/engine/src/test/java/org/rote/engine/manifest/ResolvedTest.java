package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.engine.plugins.ExtensionPoint;

/** The resolved manifest says everything, and says it again when it is read. */
final class ResolvedTest {

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private FakeCatalog catalog;
    private Manifests manifests;

    @BeforeEach
    void offerTheDesign() {
        catalog =
                FakeCatalog.ofTheDesign().with(ExtensionPoint.OPERATOR, FakeFactory.of("every-kind", EveryKind.class));
        manifests = new Manifests(directory, catalog);
    }

    @Test
    void givesTheStudyOfTheDesignAgain() {
        Study study = manifests.study(Manifests.DESIGN);

        Study again = new Manifests(elsewhere, catalog).study(study.resolved());

        assertThat(again.resolved()).isEqualTo(study.resolved());
        assertThat(again.cases()).isEqualTo(study.cases());
        assertThat(again.seed()).isEqualTo(study.seed());
        assertThat(again.title()).isEqualTo(study.title());
        assertThat(again.operators().get("cubic-1d").config())
                .isEqualTo(study.operators().get("cubic-1d").config());
        assertThat(again.samplers().get("exact").loop())
                .isEqualTo(study.samplers().get("exact").loop());
    }

    @Test
    void keepsValuesAsWrittenAndMakesPathsAbsolute() throws IOException {
        Path file = Files.createFile(directory.resolve("a # file.npy"));

        Study study = manifests.operator("""
                rote: 1 # the version
                title: "2026: a title"
                operator:
                  type: every-kind
                  count: 1e3
                  label: 'true'
                  velocities: 2 km/s
                  file: "a # file.npy"
                  levels: { "0.30": 1, "null": 2, high one: 3 }
                  search-order: 'breadth-first'
                  training: { type: inline, models: [[1]] }
                  grids: [{ nx: 1 }]
                """);

        assertThat(study.resolved()).isEqualTo("""
                        rote: 1
                        title: '2026: a title'
                        seed: 0
                        operator:
                          type: every-kind
                          flag: false
                          count: 1e3
                          many-more: 4
                          ratio: 0.5
                          label: "true"
                          search-order: breadth-first
                          spacing: 10 m
                          velocities: [2 km/s]
                          row: [1, 2]
                          rows: [[1, 2], [3]]
                          integers: []
                          longs: []
                          levels:
                            "0.30": 1
                            "null": 2
                            high one: 3
                          file: 'FILE'
                          grid:
                            nx: 2
                            nz: 5
                          grids:
                          - nx: 1
                            nz: 5
                          schedule:
                            type: linear
                            beta-min: 1e-4
                          training:
                            type: inline
                            models: [[1]]
                          more: []
                        reports:
                        - type: html
                        """.replace("FILE", file.toString()));
        Study again = new Manifests(elsewhere, catalog).operator(study.resolved());
        assertThat(again.resolved()).isEqualTo(study.resolved());
        assertThat(again.inputs()).containsExactly(file);
    }

    @Test
    void keepsTheCasesThatWereListed() {
        Study study = manifests.study(Manifests.TWO_CASES + """
                        cases:
                          - { sampler: exact, prior: memorized-diffusion }
                          - sampler: [linearized]
                        """);

        Study again = new Manifests(elsewhere, catalog).study(study.resolved());

        assertThat(study.resolved()).contains("""
                        cases:
                        - sampler: exact
                          prior: memorized-diffusion
                        - sampler: [linearized]
                        """);
        assertThat(again.cases()).isEqualTo(study.cases()).hasSize(2);
    }

    @Test
    void writesLongTextsSoThatTheyAreReadTheSame() {
        String title = "many words, ".repeat(40) + "and: \\ \" ' # é ☃ \uD83C\uDF0D at the end";
        String quoted = '"' + title.replace("\\", "\\\\").replace("\"", "\\\"") + '"';

        Study study = manifests.study(Manifests.SMALL + "title: " + quoted + "\n");

        assertThat(study.title()).isEqualTo(title);
        assertThat(new Manifests(elsewhere, catalog).study(study.resolved()).title())
                .isEqualTo(title);
    }

    @Test
    void writesTextsOfSeveralLinesSoThatTheyAreReadTheSame() {
        Study study = manifests.study(Manifests.SMALL + "title: |\n  first\n\n   second\n  third\n");

        assertThat(study.title()).isEqualTo("first\n\n second\nthird\n");
        assertThat(new Manifests(elsewhere, catalog).study(study.resolved()).title())
                .isEqualTo(study.title());
    }
}
