package org.rote.engine.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rote.engine.execution.Display;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.execution.ManualClock;
import org.rote.engine.manifest.ManifestReader;
import org.rote.engine.manifest.Purpose;
import org.rote.engine.manifest.Study;
import org.rote.engine.plugins.Catalog;

/** Runs manifests of tests in a directory, with fakes, a clock that stands still and a display that can be read. */
class Fixture {

    /** Two samplers on one posterior. */
    static final String STUDY = """
            rote: 1
            title: A walk in the dark
            seed: 7
            operator: { type: doubling }
            observation: { truth: { type: rows, models: [[3, 4]] } }
            noise: { type: white }
            prior: { type: bell }
            samplers:
              slow: { type: walk, draws: 20, hook: slow }
              fast: { type: walk, batch: 5, draws: 8, burn-in: 4, thinning: 3 }
            diagnostic: { type: moments }
            report: { type: plain }
            """;

    final Path directory;
    final ManualClock clock = new ManualClock();
    final Interrupt interrupt = new Interrupt();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

    Fixture(Path directory) {
        this.directory = directory;
        Hooks.clear();
    }

    Path out() {
        return directory.resolve("out");
    }

    Catalog catalog() {
        Path jar = directory.resolve("fake-0.1.0.jar");
        write(jar, "not really a jar");
        return new FakeCatalog(directory, List.of(jar));
    }

    Study study(String yaml) {
        return study(yaml, Purpose.STUDY);
    }

    Study study(String yaml, Purpose purpose) {
        Path file = directory.resolve("study.yaml");
        write(file, yaml);
        return new ManifestReader(catalog()).read(file, purpose);
    }

    RunOptions options(Path out, boolean resume, int threads) {
        return new RunOptions(
                Optional.of(out), resume, threads, listening(Display.sparse(this.out, clock)), interrupt, clock);
    }

    /** Called at each step of any case. */
    void onProgress(String what, long done) {}

    private Display listening(Display display) {
        return new Display() {
            @Override
            public void progress(String task, String what, long done, long total) {
                onProgress(what, done);
                display.progress(task, what, done, total);
            }

            @Override
            public void end(String task) {
                display.end(task);
            }

            @Override
            public void line(String text) {
                display.line(text);
            }
        };
    }

    RunOutcome run(String yaml) {
        return run(yaml, out(), false, 1);
    }

    RunOutcome resume(String yaml) {
        return run(yaml, out(), true, 1);
    }

    RunOutcome run(String yaml, Path out, boolean resume, int threads) {
        return Runner.run(study(yaml), catalog(), options(out, resume, threads));
    }

    String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of a run that must not depend on time, by their relative names; their bytes as text that shows where two differ. */
    static Map<String, String> contents(Path run) {
        try (Stream<Path> files = Files.walk(run)) {
            Map<String, String> contents = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("provenance.json|case.json|.lock"))
                    .forEach(file -> contents.put(run.relativize(file).toString(), withoutSeconds(file)));
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutSeconds(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (file.endsWith("checkpoint.bin")) {
                return Checkpoint.read(file).orElseThrow().state().arrays().entrySet().stream()
                        .map(array -> array.getKey() + java.util.Arrays.toString(array.getValue()))
                        .toList()
                        .toString();
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return file.endsWith("summary.json") ? text.replaceAll("\"seconds\" : [0-9.]+", "") : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
