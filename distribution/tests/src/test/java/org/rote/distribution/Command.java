package org.rote.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The assembled {@code rote} as its user starts it: a process of its own. */
record Command(int code, String out, String err) {

    private static final long PATIENCE_MINUTES = 5;

    /** Runs the command of a distribution in a directory and waits for its end. */
    static Command run(Path distribution, Path directory, String... arguments)
            throws IOException, InterruptedException {
        return run(distribution, directory, Map.of(), arguments);
    }

    /** The same with more in its environment. */
    static Command run(Path distribution, Path directory, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("rote", ".out");
        Path err = Files.createTempFile("rote", ".err");
        Process process = start(distribution, directory, environment, out, err, arguments);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("rote " + List.of(arguments) + " did not end:\n" + Files.readString(err));
        }
        return new Command(process.exitValue(), read(out), read(err));
    }

    /** Starts the command without waiting. */
    static Process start(Path distribution, Path directory, Path out, Path err, String... arguments)
            throws IOException {
        return start(distribution, directory, Map.of(), out, err, arguments);
    }

    private static Process start(
            Path distribution, Path directory, Map<String, String> environment, Path out, Path err, String... arguments)
            throws IOException {
        List<String> words =
                new ArrayList<>(List.of(distribution.resolve("bin/rote").toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
