package org.rote.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Marks a case whose sampler is done: {@code case.json}, the last file that the case writes.
 *
 * @param draws kept draws
 * @param seconds wall-clock time of the sampler, over all attempts
 * @param traces names of the traces
 * @param warnings what the sampler told the user
 */
record CaseMarker(long draws, double seconds, List<String> traces, List<String> warnings) {

    CaseMarker {
        traces = List.copyOf(traces);
        warnings = List.copyOf(warnings);
    }

    void write(Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("draws", draws);
        json.put("seconds", seconds);
        json.put("traces", traces);
        json.put("warnings", warnings);
        AtomicFile.write(file, Json.write(json));
    }

    /**
     * Reads the marker of a case.
     *
     * @return empty where the case is not done
     * @throws IOException when the file is damaged
     */
    static Optional<CaseMarker> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<?, ?> json = (Map<?, ?>) Json.read(Files.readString(file));
            Number draws = (Number) member(json, "draws");
            Number seconds = (Number) member(json, "seconds");
            return Optional.of(new CaseMarker(
                    draws.longValue(), seconds.doubleValue(), strings(json, "traces"), strings(json, "warnings")));
        } catch (JacksonException | ClassCastException e) {
            throw new IOException(
                    "the marker of a finished case is damaged, remove it to sample the case anew: " + e.getMessage(),
                    e);
        }
    }

    private static Object member(Map<?, ?> json, String name) throws IOException {
        Object value = json.get(name);
        if (value == null) {
            throw new IOException("the marker of a finished case lacks \"" + name + "\"");
        }
        return value;
    }

    private static List<String> strings(Map<?, ?> json, String name) throws IOException {
        return ((List<?>) member(json, name)).stream().map(Object::toString).toList();
    }
}
