package org.rote.engine.wiring;

import java.util.function.Consumer;

/**
 * What parts tell the user, apart by kind.
 *
 * @param warnings of doubts
 * @param notes of their choices
 */
public record Remarks(Told warnings, Told notes) {

    /**
     * Nothing was said yet.
     *
     * @param show where each new remark is shown at once, with its kind in front of it
     */
    public Remarks(Consumer<String> show) {
        this(new Told(line -> show.accept("warning: " + line)), new Told(line -> show.accept("note: " + line)));
    }
}
