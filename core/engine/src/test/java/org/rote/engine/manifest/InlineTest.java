package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Inline;

/** Keys of a record that stand in the section of the record around it. */
final class InlineTest {

    @TempDir
    Path directory;

    private Manifests manifests;

    /** Keys in common. */
    public record Shared(
            @Doc("how many") int count,
            @Doc("how far") @Default("0.5") double ratio) {

        /** Checks the count. */
        public Shared {
            new Checks().atLeast("count", count, 1).verify();
        }
    }

    /** Keys of one type, around them. */
    public record Around(
            @Doc("what it is called") @Default("none") String label,
            @Inline Shared shared) {}

    /** A key of the same name. */
    public record Twice(@Doc("how many") int count, @Inline Shared shared) {}

    @BeforeEach
    void offerIt() {
        manifests = new Manifests(
                directory,
                FakeCatalog.ofTheDesign()
                        .with(ExtensionPoint.OPERATOR, FakeFactory.of("around", Around.class))
                        .with(ExtensionPoint.OPERATOR, FakeFactory.of("twice", Twice.class)));
    }

    @Test
    void bindsKeysOfBothFromOneSection() {
        Study study = manifests.operator("rote: 1\noperator: { type: around, label: here, count: 3 }\n");

        assertThat(study.operators().get("around").config()).isEqualTo(new Around("here", new Shared(3, 0.5)));
        assertThat(study.resolved())
                .contains("label: here", "count: 3", "ratio: 0.5")
                .doesNotContain("shared");
    }

    @Test
    void tellsWhatIsWrongByTheKeyThatIsWritten() {
        assertThat(manifests.problemsOfOperator("rote: 1\noperator:\n  type: around\n  count: 0\n"))
                .contains("study.yaml:4  operator.count: must be at least 1, got 0");
        assertThat(manifests.problemsOfOperator("rote: 1\noperator: { type: around }\n"))
                .contains("operator.count: is missing");
        assertThat(manifests.problemsOfOperator("rote: 1\noperator: { type: around, count: 1, shared: 2 }\n"))
                .contains("operator.shared: unknown key");
    }

    @Test
    void refusesAKeyThatThereIsTwice() {
        assertThatThrownBy(() -> manifests.operator("rote: 1\noperator: { type: twice, count: 1 }\n"))
                .hasStackTraceContaining("has a key twice: count, count, ratio");
    }
}
