package org.rote.engine.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The plugins of a directory, loaded: one subdirectory each, one module layer each, in the order of their names. A plugin that cannot be loaded is a {@link
 * PluginFailure} and does not touch the others. Nothing is chosen silently: a name that two plugins offer is withdrawn, and both are named.
 */
public final class Plugins implements Catalog {

    private final List<PluginSource> sources;
    private final List<Offer<?>> offers;
    private final List<PluginFailure> failures;

    private Plugins(List<PluginSource> sources, List<Offer<?>> offers, List<PluginFailure> failures) {
        this.sources = List.copyOf(sources);
        this.offers = List.copyOf(offers);
        this.failures = List.copyOf(failures);
    }

    /**
     * Loads every plugin of a directory.
     *
     * @param root the directory; each subdirectory is a plugin
     * @param parent the layer that holds the contracts, above which the plugins are loaded
     * @return what was found
     * @throws UncheckedIOException when the directory cannot be listed
     */
    public static Plugins load(Path root, ModuleLayer parent) {
        List<PluginSource> sources = new ArrayList<>();
        List<Offer<?>> offers = new ArrayList<>();
        List<PluginFailure> failures = new ArrayList<>();
        for (Path directory : subdirectories(root)) {
            try {
                List<Offer<?>> loaded = PluginDirectory.open(directory, parent).offers();
                loaded.stream().map(Offer::source).distinct().forEach(sources::add);
                offers.addAll(loaded);
            } catch (PluginLoadException e) {
                failures.add(e.failure());
            }
        }
        withdrawDuplicates(offers, failures);
        offers.sort(Comparator.comparing(Offer::name));
        return new Plugins(sources, offers, failures);
    }

    /**
     * The plugins that were loaded.
     *
     * @return in the order of their directories
     */
    public List<PluginSource> sources() {
        return sources;
    }

    /**
     * What could not be loaded, and what two plugins offer under one name.
     *
     * @return in the order of the directories
     */
    public List<PluginFailure> failures() {
        return failures;
    }

    @Override
    @SuppressWarnings("unchecked") // an offer's type parameter is that of its point
    public <T> List<Offer<T>> offers(ExtensionPoint<T> point) {
        return offers.stream()
                .filter(offer -> offer.point().equals(point))
                .map(offer -> (Offer<T>) offer)
                .toList();
    }

    private static List<Path> subdirectories(Path root) {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the plugins in " + root, e);
        }
    }

    private static void withdrawDuplicates(List<Offer<?>> offers, List<PluginFailure> failures) {
        record Key(ExtensionPoint<?> point, String name) {}
        Map<Key, List<Offer<?>>> byName = new LinkedHashMap<>();
        for (Offer<?> offer : offers) {
            byName.computeIfAbsent(new Key(offer.point(), offer.name()), key -> new ArrayList<>())
                    .add(offer);
        }
        Collection<List<Offer<?>>> groups = byName.values();
        groups.stream().filter(group -> group.size() > 1).forEach(group -> {
            offers.removeAll(group);
            failures.add(duplicate(group));
        });
    }

    private static PluginFailure duplicate(List<Offer<?>> group) {
        Offer<?> first = group.get(0);
        String claimants = String.join(
                " and ",
                group.stream()
                        .map(offer -> offer.source() + " " + offer.source().jars())
                        .toList());
        return new PluginFailure(
                group.get(group.size() - 1).source().directory(),
                first.point().section() + " \"" + first.name() + "\" is offered more than once, by " + claimants,
                "remove one of the plugins",
                true);
    }
}
