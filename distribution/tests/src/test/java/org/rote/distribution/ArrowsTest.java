package org.rote.distribution;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The arrows between modules, read from the assembled jars: plugins need numerics, numerics needs the contracts, the
 * engine needs the contracts, the application needs the engine, and none of it the other way.
 */
final class ArrowsTest {

    /** What each module of `lib` may require besides the modules of the JDK. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "org.rote.spi", Set.of(),
            "org.rote.arrays", Set.of(),
            "org.rote.numerics", Set.of("org.rote.spi", "ejml.core", "ejml.ddense"),
            "org.rote.operators.survey", Set.of("org.rote.spi", "org.rote.arrays", "org.rote.numerics"),
            "org.rote.operators.propagation", Set.of("org.rote.spi", "org.rote.numerics", "org.rote.operators.survey"),
            "org.rote.engine",
                    Set.of(
                            "org.rote.spi",
                            "org.rote.arrays",
                            "org.rote.numerics",
                            "com.google.guice",
                            "com.google.common",
                            "jakarta.inject",
                            "org.snakeyaml.engine",
                            "tools.jackson.core"),
            "org.rote.app", Set.of("org.rote.engine", "org.rote.spi", "org.rote.arrays", "info.picocli"));

    private static final Set<String> LENT_TO_PLUGINS = Set.of(
            "org.rote.spi",
            "org.rote.arrays",
            "org.rote.numerics",
            "org.rote.operators.survey",
            "org.rote.operators.propagation");

    /** Fewer classes than this means that the scan missed the jars, and that every rule below holds of nothing. */
    private static final int FEWEST_CLASSES = 100;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importLocations(Assembled.ownJars().stream()
                    .map(jar -> Location.of(URI.create("jar:" + jar.toUri() + "!/")))
                    .toList());

    @Test
    void scansTheClassesOfEveryJar() {
        assertThat(CLASSES).hasSizeGreaterThan(FEWEST_CLASSES);
        assertThat(CLASSES.containPackage("org.rote.spi")).isTrue();
        assertThat(CLASSES.containPackage("org.rote.engine")).isTrue();
    }

    static Stream<String> ownLibraries() {
        return ALLOWED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("ownLibraries")
    void requiresOnlyWhatTheDesignAllows(String module) {
        assertThat(requiredOutsideTheJdk(library(module))).isSubsetOf(ALLOWED.get(module));
    }

    @ParameterizedTest
    @MethodSource("pureModules")
    void requiresTheBaseModuleAlone(String module) {
        assertThat(library(module).requires()).extracting(Requires::name).containsExactly("java.base");
    }

    static Stream<String> pureModules() {
        return Stream.of("org.rote.spi", "org.rote.arrays");
    }

    static Stream<Path> plugins() {
        return Assembled.list(Assembled.HOME.resolve("plugins")).stream();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void requiresOnlyWhatIsLentToPluginsAndWhatTheyBring(Path plugin) {
        Map<String, ModuleDescriptor> modules = Assembled.modules(plugin);
        Set<String> allowed = new HashSet<>(LENT_TO_PLUGINS);
        allowed.addAll(modules.keySet());
        assertThat(requiredOutsideTheJdk(own(modules))).isSubsetOf(allowed);
    }

    @Test
    void keepsTheContractsAndTheArrayFilesFreeOfLibraries() {
        classes()
                .that()
                .resideInAnyPackage("org.rote.spi..", "org.rote.arrays..")
                .should(onlyDependOnClassesThat(resideInAnyPackage("java..", "org.rote.spi..", "org.rote.arrays..")))
                .check(CLASSES);
    }

    @Test
    void keepsGuiceInsideTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.rote.engine..", "org.rote.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "org.rote.engine..", "org.rote.app..")
                .check(CLASSES);
    }

    @Test
    void hasNoCycleAmongPackages() {
        slices().matching("org.rote.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void printsFromTheCommandOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.rote.app..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    private static ModuleDescriptor library(String module) {
        return Assembled.modules(Assembled.HOME.resolve("lib")).get(module);
    }

    private static ModuleDescriptor own(Map<String, ModuleDescriptor> modules) {
        List<ModuleDescriptor> own = modules.values().stream()
                .filter(module -> module.name().startsWith("org.rote."))
                .toList();
        assertThat(own).hasSize(1);
        return own.get(0);
    }

    private static Set<String> requiredOutsideTheJdk(ModuleDescriptor module) {
        return module.requires().stream()
                .map(Requires::name)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .collect(Collectors.toSet());
    }
}
