package org.rote.engine.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.spi.Plugin;

class PluginsTest {

    @TempDir
    Path root;

    @Test
    void findsWhatAPluginOffersAndWhereItCameFrom() throws IOException {
        plugin("one", "sample.one", "1.2.3", "things", "");
        Plugins plugins = load();
        assertThat(plugins.failures()).isEmpty();
        assertThat(plugins.sources()).hasSize(1);
        assertThat(plugins.sources().get(0)).hasToString("sample.one 1.2.3");
        assertThat(plugins.find(ExtensionPoint.DATASET, "things"))
                .hasValueSatisfying(
                        offer -> assertThat(offer.source().jars()).containsExactly(root.resolve("one/one.jar")));
        assertThat(plugins.find(ExtensionPoint.PRIOR, "things")).isEmpty();
    }

    @Test
    void reportsABrokenPluginByNameAndKeepsTheRest() throws IOException {
        plugin(
                "a-throws",
                "sample.throwing",
                "1",
                "never",
                "static { if (true) throw new IllegalStateException(\"no luck\"); }");
        plugin("b-works", "sample.working", "1", "works", "");
        Files.createDirectories(root.resolve("c-empty"));
        Files.writeString(Files.createDirectories(root.resolve("d-torn")).resolve("torn.jar"), "not a jar");
        Plugins plugins = load();
        assertThat(plugins.offers(ExtensionPoint.DATASET))
                .extracting(Offer::name)
                .containsExactly("works");
        assertThat(plugins.failures())
                .extracting(PluginFailure::toString)
                .satisfiesExactly(
                        throwing -> assertThat(throwing)
                                .startsWith(
                                        "plugin a-throws: fails while it is loaded: IllegalStateException: no luck"),
                        empty -> assertThat(empty).startsWith("plugin c-empty: holds no jar"),
                        torn -> assertThat(torn).startsWith("plugin d-torn: a jar cannot be read as a module:"));
        assertThat(plugins.failures()).noneMatch(PluginFailure::ambiguous);
    }

    @Test
    void withdrawsANameThatTwoPluginsOfferAndNamesBothJars() throws IOException {
        plugin("one", "sample.one", "1", "twice", "");
        plugin("two", "sample.two", "2", "twice", "");
        Plugins plugins = load();
        assertThat(plugins.offers(ExtensionPoint.DATASET)).isEmpty();
        assertThat(plugins.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.ambiguous()).isTrue();
            assertThat(failure.what())
                    .contains("dataset \"twice\" is offered more than once, by sample.one 1 ", "one.jar", "two.jar");
        });
    }

    @Test
    void refusesAStrayCopyOfTheContracts() throws IOException {
        plugin("stray", "sample.stray", "1", "stray", "");
        Path contracts = Path.of(CompiledPlugin.contracts());
        Path copy = root.resolve("stray/rote-spi-0.1.0.jar");
        if (Files.isDirectory(contracts)) {
            java.util.spi.ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(
                            new java.io.PrintWriter(new java.io.StringWriter()),
                            new java.io.PrintWriter(new java.io.StringWriter()),
                            "--create",
                            "--file",
                            copy.toString(),
                            "-C",
                            contracts.toString(),
                            ".");
        } else {
            Files.copy(contracts, copy);
        }
        assertThat(load().failures())
                .singleElement()
                .hasToString("plugin stray: brings its own copy of org.rote.spi"
                        + " (rote-spi-0.1.0.jar)\n  in   " + root.resolve("stray")
                        + "\n  fix  delete rote-spi-0.1.0.jar from the plugin's directory: Rote's own is used");
    }

    @Test
    void namesAMissingDependency() throws IOException {
        library("needy", "sample.library", "1");
        CompiledPlugin.compile(
                root.resolve("needy/needy.jar"), "1", sources("sample.needy", "needy", "", "requires sample.library;"));
        Files.delete(root.resolve("needy/sample.library.jar"));
        assertThat(load().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.what())
                    .startsWith("a module that it requires is missing:")
                    .contains("sample.library");
            assertThat(failure.fix()).contains("put the missing jar into the plugin's directory");
        });
    }

    @Test
    void givesEachPluginItsOwnVersionOfALibrary() throws IOException {
        for (String version : new String[] {"1", "2"}) {
            String name = "plugin" + (version.equals("1") ? "-one" : "-two");
            library(name, "sample.library", version);
            String described = "public String describe() { return sample.library.Version.TEXT.get(); }";
            CompiledPlugin.compile(
                    root.resolve(name).resolve(name + ".jar"),
                    "1",
                    sources(
                            "sample.user" + (version.equals("1") ? "one" : "two"),
                            name,
                            described,
                            "requires sample.library;"));
        }
        Plugins plugins = load();
        assertThat(plugins.failures()).isEmpty();
        assertThat(plugins.offers(ExtensionPoint.DATASET))
                .extracting(offer -> offer.factory().describe())
                .containsExactly("library 1", "library 2");
    }

    @Test
    void refusesAPluginThatProvidesNothing() throws IOException {
        library("silent", "sample.library", "1");
        assertThat(load().failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.what()).isEqualTo("none of its modules provides " + Plugin.class.getName()));
    }

    @Test
    void refusesAConfigRecordThatIsNotExported() throws IOException {
        CompiledPlugin.compile(
                root.resolve("hidden/hidden.jar"), "1", hidden(sources("sample.hidden", "hidden", "", "")));
        assertThat(load().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.what()).endsWith("of dataset \"hidden\" is not accessible"));
    }

    private Plugins load() {
        return Plugins.load(root, Plugin.class.getModule().getLayer());
    }

    private void plugin(String directory, String module, String version, String offered, String extra)
            throws IOException {
        CompiledPlugin.compile(
                root.resolve(directory).resolve(directory + ".jar"), version, sources(module, offered, extra, ""));
    }

    private void library(String directory, String module, String version) throws IOException {
        CompiledPlugin.compile(
                root.resolve(directory).resolve(module + ".jar"),
                version,
                Map.of(
                        "module-info.java",
                        "module " + module + " { exports " + module + "; }",
                        module.replace('.', '/') + "/Version.java",
                        "package " + module
                                + "; public class Version { public static final java.util.function.Supplier<String> TEXT = () -> \"library "
                                + version + "\"; }"));
    }

    private static Map<String, String> hidden(Map<String, String> sources) {
        Map<String, String> changed = new java.util.HashMap<>(sources);
        changed.replaceAll((file, text) -> text.replaceAll("exports [^;]+;", ""));
        return changed;
    }

    /** A plugin that offers one data set; {@code extra} is put into its factory, {@code requires} into its module. */
    private static Map<String, String> sources(String module, String offered, String extra, String requires) {
        String path = module.replace('.', '/');
        String describe = extra.contains("describe()") ? "" : "public String describe() { return \"a sample\"; }";
        return Map.of(
                "module-info.java",
                "module " + module + " { requires org.rote.spi; " + requires + " exports " + module
                        + "; provides org.rote.spi.Plugin with " + module + ".Sample; }",
                path + "/Empty.java",
                "package " + module + "; public record Empty() {}",
                path + "/Sample.java",
                "package " + module + "; import java.util.List; import org.rote.spi.*;"
                        + "public class Sample implements Plugin {"
                        + "  public List<Factory<?, ? extends Dataset>> datasets() { return List.of(new Made()); }"
                        + "  static class Made implements Factory<Empty, Dataset> {" + extra
                        + "    public String name() { return \"" + offered + "\"; }"
                        + "    public Class<Empty> configType() { return Empty.class; }" + describe
                        + "    public String example() { return \"type: " + offered + "\"; }"
                        + "    public Dataset create(Empty config, Context context) { throw new IllegalStateException(); }"
                        + "  } }");
    }
}
