package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceNumbersTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = directory.resolve("numbers.json");
        Files.writeString(file, """
                { "note": "a \\"quoted\\" \\u03c3", "flag": true, "none": null, "empty": [], "nothing": {},
                  "runs": [ { "score": [[1.5, -2e-3], [0, 4]] } ] }
                """);
    }

    @Test
    void findsNumbersByKeysAndIndices() {
        ReferenceNumbers reference = ReferenceNumbers.read(file);

        assertThat(reference.at("runs", 0, "score").rows()).isDeepEqualTo(new double[][] {{1.5, -0.002}, {0, 4}});
        assertThat(reference.at("runs", 0, "score", 1, 1).number()).isEqualTo(4);
        assertThat(reference.at("empty").numbers()).isEmpty();
    }

    @Test
    void readsNullAsNotANumber() {
        assertThat(ReferenceNumbers.read(file).at("none").number()).isNaN();
    }

    @Test
    void namesThePathOfWhatIsNotThere() {
        ReferenceNumbers reference = ReferenceNumbers.read(file);

        assertThatThrownBy(() -> reference.at("runs", 3)).hasMessage("there is no numbers.json/runs/3");
        assertThatThrownBy(() -> reference.at("note").number()).hasMessage("numbers.json/note is no number");
        assertThatThrownBy(() -> reference.at("flag").numbers()).hasMessage("numbers.json/flag is no list");
    }

    @Test
    void saysWhereTheFileIsBroken() throws IOException {
        Files.writeString(file, "{\"a\": [1, 2");
        assertThatThrownBy(() -> ReferenceNumbers.read(file))
                .hasMessage("the JSON ends at character 11, in the middle of a value");

        Files.writeString(file, "[1 2]");
        assertThatThrownBy(() -> ReferenceNumbers.read(file)).hasMessage("unexpected 2] at character 3 of the JSON");

        Files.writeString(file, "[1] 2");
        assertThatThrownBy(() -> ReferenceNumbers.read(file)).hasMessage("unexpected 2 at character 4 of the JSON");
    }
}
