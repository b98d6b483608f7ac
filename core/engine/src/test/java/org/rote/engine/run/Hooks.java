package org.rote.engine.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** What a test does at a moment inside a run: fakes name a hook in their section and call it with the number of the piece. */
final class Hooks {

    private static final Map<String, LongConsumer> HOOKS = new ConcurrentHashMap<>();
    private static final List<String> NOTES = new CopyOnWriteArrayList<>();

    private Hooks() {}

    static void set(String name, LongConsumer hook) {
        HOOKS.put(name, hook);
    }

    static void call(String name, long piece) {
        HOOKS.getOrDefault(name, unused -> {}).accept(piece);
    }

    static void note(String text) {
        NOTES.add(text);
    }

    static List<String> notes() {
        return List.copyOf(NOTES);
    }

    static void clear() {
        HOOKS.clear();
        NOTES.clear();
    }
}
