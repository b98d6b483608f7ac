package org.rote.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution as the build laid it out, before any test touched it. */
final class Assembled {

    static final Path ROOT = Path.of(System.getProperty("rote.root")).toAbsolutePath();
    static final Path HOME = ROOT.resolve("distribution/assembly/target/rote");

    private Assembled() {}

    static List<String> names(Path directory) {
        return list(directory).stream()
                .map(entry -> entry.getFileName().toString())
                .toList();
    }

    static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every jar that this project built, of `lib` and of every plugin. */
    static List<Path> ownJars() {
        return Stream.concat(Stream.of(HOME.resolve("lib")), list(HOME.resolve("plugins")).stream())
                .flatMap(directory -> list(directory).stream())
                .filter(jar -> jar.getFileName().toString().startsWith("rote-"))
                .toList();
    }

    /** The descriptors of the modules in one directory of jars, by name. */
    static Map<String, ModuleDescriptor> modules(Path directory) {
        return ModuleFinder.of(directory).findAll().stream()
                .map(ModuleReference::descriptor)
                .collect(Collectors.toMap(ModuleDescriptor::name, d -> d, (a, b) -> a, TreeMap::new));
    }
}
