package org.rote.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final ManualClock clock = new ManualClock();

    @Test
    void drawsABarWithSpeedAndTimeLeft() {
        Display display = Display.bar(out, clock, 100);
        display.progress("case a", "sampling", 0, 100);
        clock.advance(Duration.ofSeconds(2));
        display.progress("case a", "sampling", 50, 100);
        assertThat(printed())
                .isEqualTo("\rcase a: sampling 0/100 [                    ] "
                        + "\rcase a: sampling 50/100 [==========          ] 25/s, 0:02 left");
    }

    @Test
    void redrawsAtMostTenTimesASecond() {
        Display display = Display.bar(out, clock, 100);
        for (int i = 0; i < 1000; i++) {
            display.progress("case a", "sampling", i, 1000);
            clock.advance(Duration.ofMillis(1));
        }
        assertThat(printed().chars().filter(c -> c == '\r').count()).isEqualTo(10);
    }

    @Test
    void showsTheOldestTaskAndCountsTheOthers() {
        Display display = Display.bar(out, clock, 100);
        display.progress("case a", "sampling", 1, 4);
        clock.advance(Duration.ofSeconds(1));
        display.progress("case b", "linearizing", 7, 9);
        assertThat(lastDrawn()).startsWith("case a: sampling 1/4 [=====").endsWith("(and 1 more)");
        clock.advance(Duration.ofSeconds(1));
        display.end("case a");
        display.progress("case b", "linearizing", 8, 9);
        assertThat(lastDrawn()).startsWith("case b: linearizing 8/9").endsWith("1/s, 0:01 left");
    }

    @Test
    void cutsTheBarToTheTerminal() {
        Display display = Display.bar(out, clock, 30);
        display.progress("a case with a name that is longer than the terminal", "sampling", 1, 4);
        assertThat(lastDrawn()).isEqualTo("a case with a name that is lo");
    }

    @Test
    void wipesTheBarBeforeALine() {
        Display display = Display.bar(out, clock, 40);
        display.progress("a", "b", 0, 1);
        display.line("warning: loud");
        String bar = "a: b 0/1 [                    ] ";
        assertThat(printed())
                .isEqualTo("\r" + bar + "\r" + " ".repeat(bar.length()) + "\rwarning: loud" + System.lineSeparator());
    }

    @Test
    void printsSparseLinesEveryTenSeconds() {
        Display display = Display.sparse(out, clock);
        for (int second = 0; second <= 25; second++) {
            display.progress("case a", "sampling", second, 7200);
            clock.advance(Duration.ofSeconds(1));
        }
        display.end("case a");
        display.line("case a: done");
        assertThat(printed().lines())
                .containsExactly(
                        "case a: sampling 10/7200 (0 %)",
                        "case a: sampling 20/7200 (0 %), 1/s, 1:59:40 left", "case a: done");
    }

    @Test
    void startsTheSpeedAnewWithEachPhase() {
        Display display = Display.bar(out, clock, 100);
        display.progress("case a", "linearizing", 5, 10);
        clock.advance(Duration.ofSeconds(1));
        display.progress("case a", "sampling", 1000, 2000);
        clock.advance(Duration.ofSeconds(4));
        display.progress("case a", "sampling", 1002, 2000);
        assertThat(lastDrawn()).endsWith("2.0 s each, 33:16 left");
    }

    @Test
    void toleratesATotalOfNothing() {
        Display display = Display.bar(out, clock, 100);
        display.progress("case a", "waiting", 0, 0);
        assertThat(lastDrawn()).startsWith("case a: waiting 0/0");
    }

    private String lastDrawn() {
        String all = printed();
        return all.substring(all.lastIndexOf('\r') + 1).stripTrailing();
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
