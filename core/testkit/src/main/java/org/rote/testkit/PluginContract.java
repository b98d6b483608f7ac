package org.rote.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Factory;
import org.rote.spi.Inline;
import org.rote.spi.Plugin;

/**
 * What every {@link Plugin} must be for the engine to find it, to read its sections and to explain them:
 *
 * <pre>{@code
 * class HillsPluginTest extends PluginContract {
 *     protected Plugin plugin() { return new HillsPlugin(); }
 * }
 * }</pre>
 *
 * <p>Checked: the module says {@code provides org.rote.spi.Plugin with} it and the service loader finds it; it offers something; names are in kebab-case and unique
 * within each kind; config types, and the records inside them, are public records in an exported package, with {@link Doc} on every component; {@code describe} is one
 * sentence; examples begin with {@code type: name}, give every required key and no key that does not exist.
 */
public abstract class PluginContract {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TOP_LEVEL_KEY = Pattern.compile("(?m)^([^\\s#:]+):");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?]\\s");
    private static final int LONGEST_SENTENCE = 200;
    /** Keys that the engine reads from the sections of samplers and of diagnostics itself. */
    private static final Set<String> OF_THE_ENGINE = Set.of("draws", "burn-in", "thinning", "budget", "cases");

    /** For subclasses. */
    protected PluginContract() {}

    /**
     * Builds the plugin under test.
     *
     * @return the plugin
     */
    protected abstract Plugin plugin();

    @Test
    void isProvidedByItsModule() {
        Class<?> type = plugin().getClass();
        Module module = type.getModule();
        if (!module.isNamed()) {
            fail(type.getName() + " is in no named module: give it a module-info, and keep tests in the same package");
        }
        boolean provided = module.getDescriptor().provides().stream()
                .filter(service -> service.service().equals(Plugin.class.getName()))
                .anyMatch(service -> service.providers().contains(type.getName()));
        holds(
                provided,
                "module " + module.getName() + " does not say: provides org.rote.spi.Plugin with " + type.getName());
        boolean found = ServiceLoader.load(module.getLayer(), Plugin.class).stream()
                .anyMatch(provider -> provider.type() == type);
        holds(found, "the service loader does not find " + type.getName());
    }

    @Test
    void offersSomethingUnderUniqueNames() {
        List<List<String>> kinds = kinds().map(PluginContract::names).toList();
        holds(kinds.stream().anyMatch(names -> !names.isEmpty()), "offers nothing: every list of factories is empty");
        for (List<String> names : kinds) {
            holds(new HashSet<>(names).size() == names.size(), "offers a name twice: " + names);
            for (String name : names) {
                holds(KEBAB_CASE.matcher(name).matches(), "name \"" + name + "\" is not in kebab-case");
            }
        }
    }

    @Test
    void configTypesArePublicRecordsOfAnExportedPackage() {
        for (Factory<?, ?> factory : factories()) {
            for (Class<?> type : records(factory)) {
                String what = "config type " + type.getName() + " of \"" + factory.name() + "\"";
                holds(type.isRecord(), what + " is no record");
                holds(isPublic(type), what + " is not public, or in a class that is not");
                ModuleDescriptor module = type.getModule().getDescriptor();
                holds(
                        module == null || isExported(module, type.getPackageName()),
                        what + " is in a package that its module does not export: the engine cannot construct it");
            }
        }
    }

    @Test
    void everyKeyIsDocumented() {
        for (Factory<?, ?> factory : factories()) {
            for (Class<?> type : records(factory)) {
                for (RecordComponent component : components(type).toList()) {
                    Optional<Doc> doc = Optional.ofNullable(component.getAnnotation(Doc.class));
                    String what = type.getSimpleName() + "." + component.getName();
                    holds(doc.isPresent(), what + " has no @Doc");
                    String words = doc.map(Doc::value).orElse("");
                    holds(
                            !words.isBlank() && !words.endsWith("."),
                            what + ": @Doc is a phrase without a full stop, got \"" + words + "\"");
                }
            }
        }
    }

    @Test
    void describesEachInOneSentence() {
        for (Factory<?, ?> factory : factories()) {
            String words = factory.describe();
            String what = "describe() of \"" + factory.name() + "\"";
            holds(
                    !words.isBlank() && words.equals(words.strip()),
                    what + " is blank or has blanks around it: \"" + words + "\"");
            holds(words.lines().count() == 1, what + " is more than one line: \"" + words + "\"");
            holds(
                    words.length() <= LONGEST_SENTENCE,
                    what + " is longer than " + LONGEST_SENTENCE + " characters: \"" + words + "\"");
            holds(!END_OF_SENTENCE.matcher(words).find(), what + " is more than one sentence: \"" + words + "\"");
        }
    }

    @Test
    void examplesBeginWithTheTypeAndGiveWhatIsRequired() {
        for (Factory<?, ?> factory : factories()) {
            String example = factory.example();
            String what = "example() of \"" + factory.name() + "\"";
            holds(
                    example.lines().findFirst().orElse("").equals("type: " + factory.name()),
                    what + " does not begin with the line \"type: " + factory.name() + "\": " + example);
            List<String> given = TOP_LEVEL_KEY
                    .matcher(example)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            List<String> known = new ArrayList<>(List.of("type"));
            for (RecordComponent component : components(factory.configType()).toList()) {
                String key = key(component);
                known.add(key);
                holds(isOptional(component) || given.contains(key), what + " lacks the required key " + key);
            }
            for (String key : given) {
                holds(
                        known.contains(key) || OF_THE_ENGINE.contains(key),
                        what + " has the key " + key + ", which does not exist; there are " + known);
            }
        }
    }

    private Stream<List<? extends Factory<?, ?>>> kinds() {
        Plugin plugin = plugin();
        return Stream.of(
                plugin.operators(),
                plugin.parameterizations(),
                plugin.noises(),
                plugin.priors(),
                plugin.samplers(),
                plugin.datasets(),
                plugin.diagnostics(),
                plugin.reports());
    }

    private static List<String> names(List<? extends Factory<?, ?>> factories) {
        return factories.stream().<String>map(Factory::name).toList();
    }

    private List<Factory<?, ?>> factories() {
        List<Factory<?, ?>> factories = new ArrayList<>();
        kinds().forEach(factories::addAll);
        return factories;
    }

    /** The config record and every record in it, also in lists, optionals and sealed interfaces. */
    private static Set<Class<?>> records(Factory<?, ?> factory) {
        Set<Class<?>> records = new HashSet<>();
        collect(factory.configType(), records);
        records.add(factory.configType());
        return records;
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, records));
        } else if (type instanceof Class<?> plain && plain.isRecord() && records.add(plain)) {
            Arrays.stream(plain.getRecordComponents())
                    .forEach(component -> collect(component.getGenericType(), records));
        } else if (type instanceof Class<?> plain && plain.isSealed()) {
            Arrays.stream(plain.getPermittedSubclasses()).forEach(permitted -> collect(permitted, records));
        }
    }

    /** The keys of a record, those of records that stand in the same section among them. */
    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.isAnnotationPresent(Inline.class)
                        ? components(component.getType())
                        : Stream.of(component));
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }

    private static boolean isExported(ModuleDescriptor module, String name) {
        return module.exports().stream().anyMatch(export -> export.source().equals(name) && !export.isQualified());
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class || component.isAnnotationPresent(Default.class);
    }

    private static String key(RecordComponent component) {
        return component.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static void holds(boolean condition, String what) {
        if (!condition) {
            fail(what);
        }
    }
}
