package org.rote.engine.run;

import java.util.List;
import java.util.function.Consumer;
import org.rote.engine.execution.Display;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.wiring.Told;
import org.rote.spi.Progress;

/** What a case says to the user: how far it is, and what is doubtful. */
final class CaseVoice implements Progress {

    private final String name;
    private final String label;
    private final Display display;
    private final Interrupt interrupt;
    private final Told warnings;
    private final Consumer<String> ownWarnings;

    /**
     * A case that has said nothing.
     *
     * @param name the case's name
     * @param label how the display calls it: {@code [3/12] smooth+exact}
     */
    CaseVoice(String name, String label, Display display, Interrupt interrupt, Told warnings) {
        this.name = "case \"" + name + "\"";
        this.label = label;
        this.display = display;
        this.interrupt = interrupt;
        this.warnings = warnings;
        this.ownWarnings = warnings.of(this.name);
    }

    @Override
    public void report(String what, long done, long total) {
        display.progress(label, what, done, total);
        interrupt.check();
    }

    void warn(String message) {
        ownWarnings.accept(message);
    }

    List<String> warnings() {
        return warnings.by(name);
    }

    /** For messages: {@code case "smooth+exact"}. */
    String name() {
        return name;
    }

    /** Nothing is under way any more. */
    void end() {
        display.end(label);
    }

    void say(String text) {
        end();
        display.line(label + ": " + text);
    }
}
