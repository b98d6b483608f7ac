package org.rote.engine.manifest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rote.engine.plugins.Offer;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.Problem;

/** The place that is being bound: its key, its line, and the section around it. */
final class Scope {

    private final Reading reading;
    private final Optional<Scope> outer;
    private final String key;
    private final int line;
    private final Optional<Frame> frame;

    private Scope(Reading reading, Optional<Scope> outer, String key, int line, Optional<Frame> frame) {
        this.reading = reading;
        this.outer = outer;
        this.key = key;
        this.line = line;
        this.frame = frame;
    }

    static Scope root(Reading reading) {
        return new Scope(reading, Optional.empty(), "", 0, Optional.empty());
    }

    Reading reading() {
        return reading;
    }

    int line() {
        return line;
    }

    /** The key from the root of the manifest; put together only when it is asked for. */
    String where() {
        return outer.map(scope -> KeyPath.join(scope.where(), key)).orElse(key);
    }

    /** The key from the innermost section around this place. */
    String whereInSection() {
        return frame.map(section -> section.relative(where())).orElse(where());
    }

    Scope key(String name, int keyLine) {
        return new Scope(reading, Optional.of(this), name, keyLine, frame);
    }

    Scope key(String name, Tree.Entry entry) {
        return key(name, entry.line());
    }

    Scope item(int index, Tree item) {
        return new Scope(reading, Optional.of(this), "[" + index + "]", item.line(), frame);
    }

    /** This place as the beginning of a plugin's section. */
    Scope section(Offer<?> offer) {
        Frame inner = new Frame(offer, where(), frame);
        inner.announce();
        return new Scope(reading, outer, key, line, Optional.of(inner));
    }

    /** The same place, for text that is not the user's. */
    Scope aside() {
        return new Scope(reading.aside(), outer, key, line, frame);
    }

    /** Where the section that begins here stands, to be asked for once it is bound. */
    Origin origin(Tree tree) {
        return new Origin(
                new Location(reading.file(), line),
                where(),
                words(),
                tree,
                frame.map(section -> section.parts).orElse(Map.of()));
    }

    void problem(String what, String fix) {
        reading.problems().add(line, where(), what, words(), fix);
    }

    /** A problem with a key of what is written at this place. */
    void problem(Tree tree, Problem problem) {
        reading.problems()
                .add(
                        KeyPath.line(tree, problem.where(), line),
                        KeyPath.join(where(), problem.where()),
                        problem.what(),
                        words(),
                        problem.fix());
    }

    /** The plugin of the section around this place is at fault. */
    PluginException fault(String action, Throwable cause) {
        Offer<?> offer = frame.orElseThrow(() -> new IllegalStateException(action, cause)).offer;
        return new PluginException(offer, action, new Location(reading.file(), line).toString(), cause);
    }

    private String words() {
        return frame.map(Frame::words).orElse("");
    }

    /** A section that is being bound, and the sections inside it by their keys. */
    private static final class Frame {

        private final Offer<?> offer;
        private final String where;
        private final Optional<Frame> outer;
        private final Map<String, String> parts = new HashMap<>();

        private Frame(Offer<?> offer, String where, Optional<Frame> outer) {
            this.offer = offer;
            this.where = where;
            this.outer = outer;
        }

        private String words() {
            return offer.point().section() + " \"" + offer.name() + "\" (plugin " + offer.source() + ")";
        }

        private String relative(String path) {
            String rest = path.substring(where.length());
            return rest.startsWith(".") ? rest.substring(1) : rest;
        }

        private void announce() {
            for (Optional<Frame> around = outer; around.isPresent(); around = around.get().outer) {
                around.get().parts.put(around.get().relative(where), words());
            }
        }
    }
}
