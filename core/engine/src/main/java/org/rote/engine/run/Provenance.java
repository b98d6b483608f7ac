package org.rote.engine.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.rote.engine.manifest.Study;
import org.rote.engine.plugins.Catalog;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.PluginSource;
import org.rote.spi.InvalidInputException;
import tools.jackson.core.JacksonException;

/**
 * What a result was made with: {@code provenance.json}. Written when the run begins, and again with the time when it ends; a resumed run adds to the list of
 * starts, and refuses input files that have changed.
 */
final class Provenance {

    private static final String ROTE = "rote";
    private static final String INPUTS = "inputs";
    private static final String STARTED = "started";
    private static final String PLUGINS = "plugins";

    private final Study study;
    private final Catalog catalog;
    private final RunOptions options;
    private final InstantSource clock;

    @Inject
    Provenance(Study study, Catalog catalog, RunOptions options, InstantSource clock) {
        this.study = study;
        this.catalog = catalog;
        this.options = options;
        this.clock = clock;
    }

    /**
     * Writes what is known when the run begins.
     *
     * @return the same, to be completed by {@link #end}
     * @throws InvalidInputException when an input file is not what it was when the run was first begun
     */
    Map<String, Object> begin(RunDirectory directory, Consumer<String> warn) throws IOException {
        Map<String, Object> facts = facts();
        List<Object> starts = new ArrayList<>();
        if (directory.isResumed() && Files.exists(directory.provenance())) {
            Map<?, ?> earlier = read(directory.provenance());
            requireSameInputs(earlier, facts);
            if (!same(PLUGINS, earlier, facts) || !same(ROTE, earlier, facts)) {
                warn.accept("the run was begun with other versions of Rote or its plugins;"
                        + " run it anew into another directory if the bits must be those of one version");
            }
            if (earlier.get(STARTED) instanceof List<?> before) {
                starts.addAll(before);
            }
        }
        starts.add(clock.instant().toString());
        facts.put(STARTED, starts);
        AtomicFile.write(directory.provenance(), Json.write(facts));
        return facts;
    }

    /** Completes the facts and gives them as text. */
    String end(Map<String, Object> facts, RunDirectory directory) throws IOException {
        facts.put("finished", clock.instant().toString());
        String text = Json.write(facts);
        AtomicFile.write(directory.provenance(), text);
        return text;
    }

    private Map<String, Object> facts() throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(ROTE, Runner.version());
        facts.put("manifest", study.file().toString());
        facts.put("seed", study.seed());
        facts.put("java", Runtime.version().toString());
        facts.put(
                "java-vendor",
                System.getProperty("java.vm.vendor", "") + ", " + System.getProperty("java.vm.name", ""));
        facts.put(
                "system",
                String.join(
                        " ",
                        System.getProperty("os.name", ""),
                        System.getProperty("os.version", ""),
                        System.getProperty("os.arch", "")));
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        facts.put("threads", options.threads());
        facts.put("heap-bytes", Runtime.getRuntime().maxMemory());
        facts.put(PLUGINS, plugins());
        facts.put(INPUTS, hashes(study.inputs()));
        return facts;
    }

    private List<Object> plugins() throws IOException {
        List<PluginSource> sources = ExtensionPoint.ALL.stream()
                .flatMap(point -> catalog.offers(point).stream())
                .map(offer -> offer.source())
                .distinct()
                .sorted(Comparator.comparing(PluginSource::module))
                .toList();
        List<Object> plugins = new ArrayList<>();
        for (PluginSource source : sources) {
            Map<String, Object> plugin = new LinkedHashMap<>();
            plugin.put("module", source.module());
            plugin.put("version", source.version());
            Map<String, Object> jars = new LinkedHashMap<>();
            for (Path jar : source.jars()) {
                jars.put(jar.getFileName().toString(), sha256(jar));
            }
            plugin.put("jars", jars);
            plugins.add(plugin);
        }
        return plugins;
    }

    private static Map<String, Object> hashes(List<Path> files) throws IOException {
        Map<String, Object> hashes = new LinkedHashMap<>();
        for (Path file : files) {
            hashes.put(file.toString(), sha256(file));
        }
        return hashes;
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Map<?, ?> read(Path file) throws IOException {
        try {
            return (Map<?, ?>) Json.read(Files.readString(file));
        } catch (JacksonException | ClassCastException e) {
            throw new IOException("provenance.json is damaged: " + e.getMessage(), e);
        }
    }

    private static boolean same(String name, Map<?, ?> before, Map<?, ?> now) {
        return Objects.equals(before.get(name), now.get(name));
    }

    private static void requireSameInputs(Map<?, ?> before, Map<?, ?> now) {
        if (before.get(INPUTS) instanceof Map<?, ?> earlier && now.get(INPUTS) instanceof Map<?, ?> current) {
            current.forEach((file, hash) -> {
                if (earlier.containsKey(file) && !hash.equals(earlier.get(file))) {
                    throw new InvalidInputException(
                            file.toString(),
                            "has changed since the run was begun",
                            "restore the file, or run into another directory with --out");
                }
            });
        }
    }
}
