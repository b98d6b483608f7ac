package org.rote.engine.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** One plugin's directory: its jars as a module layer with one loader of its own, so that each plugin may bring libraries of any version. */
final class PluginDirectory {

    private static final String CONTRACT = Plugin.class.getName();
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Path directory;
    private final List<Path> jars;
    private final ModuleFinder finder;
    private final List<Offer<?>> offers = new ArrayList<>();

    private PluginDirectory(Path directory, List<Path> jars) {
        this.directory = directory;
        this.jars = jars;
        this.finder = ModuleFinder.of(directory);
    }

    static PluginDirectory open(Path directory, ModuleLayer parent) throws PluginLoadException {
        PluginDirectory plugin = new PluginDirectory(directory, jarsOf(directory));
        plugin.load(parent);
        return plugin;
    }

    List<Offer<?>> offers() {
        return List.copyOf(offers);
    }

    private void load(ModuleLayer parent) throws PluginLoadException {
        if (jars.isEmpty()) {
            throw failure("holds no jar", "put the plugin's jar into this directory, or remove the directory");
        }
        Set<ModuleReference> modules = modules();
        refuseCopiesOfTheFramework(modules, parent);
        Set<String> roots = modules.stream()
                .map(ModuleReference::descriptor)
                .filter(descriptor -> descriptor.provides().stream()
                        .anyMatch(provides -> provides.service().equals(CONTRACT)))
                .map(ModuleDescriptor::name)
                .collect(Collectors.toSet());
        if (roots.isEmpty()) {
            throw failure(
                    "none of its modules provides " + CONTRACT,
                    "say \"provides " + CONTRACT + " with ...\" in the plugin's module-info");
        }
        ModuleLayer layer = define(parent, roots);
        // ServiceLoader also finds the providers of the parent layers; those are not this plugin's.
        for (ServiceLoader.Provider<Plugin> provider : providers(layer)) {
            if (provider.type().getModule().getLayer() == layer) {
                addOffers(provider);
            }
        }
    }

    private static List<Path> jarsOf(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    private Set<ModuleReference> modules() throws PluginLoadException {
        try {
            return finder.findAll();
        } catch (FindException e) {
            throw failure("a jar cannot be read as a module: " + reason(e), "replace the jar by an intact one", e);
        }
    }

    private void refuseCopiesOfTheFramework(Set<ModuleReference> modules, ModuleLayer parent)
            throws PluginLoadException {
        String framework = Plugin.class.getModule().getName();
        String family = framework.substring(0, framework.lastIndexOf('.') + 1);
        for (ModuleReference module : modules) {
            String name = module.descriptor().name();
            if (name.startsWith(family) && parent.findModule(name).isPresent()) {
                String jar = module.location()
                        .map(uri -> Path.of(uri).getFileName().toString())
                        .orElse(name);
                throw failure(
                        "brings its own copy of " + name + " (" + jar + ")",
                        "delete " + jar + " from the plugin's directory: Rote's own is used");
            }
        }
    }

    private ModuleLayer define(ModuleLayer parent, Set<String> roots) throws PluginLoadException {
        try {
            Configuration configuration = parent.configuration().resolve(finder, ModuleFinder.of(), roots);
            return parent.defineModulesWithOneLoader(configuration, Plugin.class.getClassLoader());
        } catch (FindException e) {
            throw failure(
                    "a module that it requires is missing: " + reason(e),
                    "put the missing jar into the plugin's directory; for a module of the JDK set"
                            + " ROTE_JAVA_OPTS=--add-modules=<name>",
                    e);
        } catch (ResolutionException | LayerInstantiationException e) {
            throw failure("its modules do not fit together: " + reason(e), "remove the jar that is one too many", e);
        }
    }

    private List<ServiceLoader.Provider<Plugin>> providers(ModuleLayer layer) throws PluginLoadException {
        try {
            return ServiceLoader.load(layer, Plugin.class).stream().toList();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw broken(e);
        }
    }

    private void addOffers(ServiceLoader.Provider<Plugin> provider) throws PluginLoadException {
        ModuleDescriptor descriptor = provider.type().getModule().getDescriptor();
        PluginSource source = new PluginSource(descriptor.name(), version(descriptor), directory, jars);
        try {
            Plugin plugin = provider.get();
            for (ExtensionPoint<?> point : ExtensionPoint.ALL) {
                addOffers(point, plugin, source);
            }
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            throw broken(e);
        }
    }

    private <T> void addOffers(ExtensionPoint<T> point, Plugin plugin, PluginSource source) throws PluginLoadException {
        for (Factory<?, ? extends T> factory : point.factories().apply(plugin)) {
            if (!KEBAB_CASE.matcher(factory.name()).matches()) {
                throw failure(
                        point.section() + " \"" + factory.name() + "\" is not a kebab-case name",
                        "name it with lower-case letters, digits and single hyphens, such as \"straight-ray\"");
            }
            Class<?> config = factory.configType();
            if (!Modifier.isPublic(config.getModifiers()) || !config.getModule().isExported(config.getPackageName())) {
                throw failure(
                        "the config record " + config.getName() + " of " + point.section() + " \"" + factory.name()
                                + "\" is not accessible",
                        "make the record public and export its package from " + source.module());
            }
            offers.add(new Offer<>(point, factory, source));
        }
    }

    private static String version(ModuleDescriptor descriptor) {
        return descriptor.rawVersion().orElse("unknown");
    }

    private PluginLoadException broken(Throwable cause) {
        return failure(
                "fails while it is loaded: " + reason(cause),
                "ask the plugin's author; it may have been built against another version of Rote",
                cause);
    }

    private PluginLoadException failure(String what, String fix) {
        return new PluginLoadException(new PluginFailure(directory, what, fix, false));
    }

    private PluginLoadException failure(String what, String fix, Throwable cause) {
        PluginLoadException failure = failure(what, fix);
        failure.initCause(cause);
        return failure;
    }

    private static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
