package org.rote.engine.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What parts tell the user. Said once each, and kept in the order in which the tellers were named, so that the order does not depend on threads. */
public final class Told {

    private final Map<String, Set<String>> tellers = new LinkedHashMap<>();
    private final Consumer<String> show;

    /**
     * Nothing was said yet.
     *
     * @param show where each new remark is shown at once
     */
    public Told(Consumer<String> show) {
        this.show = show;
    }

    /**
     * Names a teller.
     *
     * @param teller who speaks, for people: {@code prior "smooth"}
     * @return where its remarks go
     */
    public synchronized Consumer<String> of(String teller) {
        Set<String> said = tellers.computeIfAbsent(teller, name -> new LinkedHashSet<>());
        return message -> {
            boolean isNew;
            synchronized (this) {
                isNew = said.add(message);
            }
            if (isNew) {
                show.accept(line(teller, message));
            }
        };
    }

    /**
     * What one teller said.
     *
     * @param teller the same name
     * @return its remarks, in order
     */
    public synchronized List<String> by(String teller) {
        return List.copyOf(tellers.getOrDefault(teller, Set.of()));
    }

    /**
     * What all said.
     *
     * @return one line each
     */
    public synchronized List<String> all() {
        List<String> lines = new ArrayList<>();
        tellers.forEach((teller, said) -> said.forEach(message -> lines.add(line(teller, message))));
        return lines;
    }

    private static String line(String teller, String message) {
        return teller + ": " + message;
    }
}
