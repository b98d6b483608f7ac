package org.rote.spi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {

    @Test
    void takesThreeFigures() {
        Finding figure = Finding.info("misfit", Value.of(1), "1", "");
        assertThatThrownBy(() -> new Verdict(Verdict.Word.MEMORIZED, "", List.of(figure, figure)))
                .hasMessage("verdict \"memorized\": three figures decide it, got 2");
    }
}
