package org.rote.engine.plugins;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.rote.spi.Plugin;

/** Compiles sources into a modular jar, as the author of a plugin would. */
public final class CompiledPlugin {

    private CompiledPlugin() {}

    /** Compiles {@code sources} (path within the module to text) against the contracts and the jars beside {@code jar}. */
    public static void compile(Path jar, String version, Map<String, String> sources) throws IOException {
        Path directory = Files.createDirectories(jar.getParent());
        Path work = Files.createTempDirectory("plugin");
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-d", work.resolve("classes").toString(), "--module-path"));
        arguments.add(contracts() + java.io.File.pathSeparator + directory);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve("src").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        run("javac", arguments);
        run(
                "jar",
                List.of(
                        "--create",
                        "--file",
                        jar.toString(),
                        "--module-version",
                        version,
                        "-C",
                        work.resolve("classes").toString(),
                        "."));
    }

    static String contracts() {
        try {
            return Path.of(Plugin.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int status = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("this test needs a JDK: no " + tool))
                .run(writer, writer, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(tool + " failed:\n" + output);
        }
    }
}
