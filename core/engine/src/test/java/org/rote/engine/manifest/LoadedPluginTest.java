package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.engine.plugins.CompiledPlugin;
import org.rote.engine.plugins.Plugins;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Plugin;

/** Binds records of a plugin in a module layer of its own, which opens nothing and exports one package. */
final class LoadedPluginTest {

    private static final String CONFIG = """
            package sample.hills;

            import java.util.List;
            import java.util.Optional;
            import org.rote.spi.*;

            public record HillsConfig(
                    @Doc("distance between points") @Unit("m") double spacing,
                    @Default("smooth") Shape shape,
                    @Default("{ type: cosine }") Taper taper,
                    Optional<Extent> extent,
                    List<Extent> holes) {
                public HillsConfig {
                    new Checks().positive("spacing", spacing).verify();
                }

                public enum Shape { SMOOTH, VERY_ROUGH }

                public record Extent(@Unit("m") double width) {}

                public sealed interface Taper permits CosineTaper, NoTaper {}

                public record CosineTaper(@Default("3") int cells) implements Taper {}

                public record NoTaper() implements Taper {}
            }
            """;
    private static final String PLUGIN = """
            package sample.hills;

            import java.util.List;
            import org.rote.spi.*;

            public final class HillsPlugin implements Plugin {
                @Override
                public List<Factory<?, ? extends ForwardOperator>> operators() {
                    return List.of(new Hills());
                }

                static final class Hills implements Factory<HillsConfig, ForwardOperator> {
                    @Override
                    public String name() {
                        return "hills";
                    }

                    @Override
                    public Class<HillsConfig> configType() {
                        return HillsConfig.class;
                    }

                    @Override
                    public String describe() {
                        return "Hills.";
                    }

                    @Override
                    public String example() {
                        return "type: hills";
                    }

                    @Override
                    public ForwardOperator create(HillsConfig config, Context context) {
                        throw new InvalidInputException("spacing", "is " + config.spacing() + " m", "");
                    }
                }
            }
            """;
    private static final String MODULE = """
            module sample.hills {
                requires org.rote.spi;
                exports sample.hills;
                provides org.rote.spi.Plugin with sample.hills.HillsPlugin;
            }
            """;

    @TempDir
    Path directory;

    private Manifests manifests;

    @BeforeEach
    void compileThePlugin() throws IOException {
        Path plugins = directory.resolve("plugins");
        CompiledPlugin.compile(
                plugins.resolve("hills").resolve("hills.jar"),
                "1.2.3",
                Map.of(
                        "module-info.java", MODULE,
                        "sample/hills/HillsConfig.java", CONFIG,
                        "sample/hills/HillsPlugin.java", PLUGIN));
        Plugins loaded = Plugins.load(plugins, Plugin.class.getModule().getLayer());
        assertThat(loaded.failures()).isEmpty();
        manifests = new Manifests(directory, loaded);
    }

    @Test
    void bindsItsRecords() {
        Study study = manifests.operator("""
                rote: 1
                operator:
                  type: hills
                  spacing: 1 km
                  shape: very-rough
                  extent: { width: 5 m }
                  holes: [{ width: 1 m }, { width: 2 ft }]
                """);

        Section<ForwardOperator> operator = study.operators().get("hills");
        assertThat(operator.config().getClass().getModule().isNamed()).isTrue();
        assertThat(operator.config().getClass().getModule().isOpen("sample.hills", ManifestReader.class.getModule()))
                .isFalse();
        assertThat(operator.config())
                .hasToString("HillsConfig[spacing=1000.0, shape=VERY_ROUGH, taper=CosineTaper[cells=3],"
                        + " extent=Optional[Extent[width=5.0]], holes=[Extent[width=1.0], Extent[width=0.6096]]]");
    }

    @Test
    void namesThePluginInItsProblems() {
        assertThat(manifests.problemsOfOperator(
                        "rote: 1\noperator: { type: hills, spacing: 0 m, shape: rugh, holes: [] }\n"))
                .isEqualTo("""
                        study.yaml:2  operator.shape: must be one of smooth, very-rough, got "rugh"
                          in   operator "hills" (plugin sample.hills 1.2.3)
                          fix  choices: smooth, very-rough""");
        assertThat(manifests.problemsOfOperator("rote: 1\noperator: { type: hills, spacing: 0 m, holes: [] }\n"))
                .isEqualTo("""
                        study.yaml:2  operator.spacing: must be greater than 0, got 0.0
                          in   operator "hills" (plugin sample.hills 1.2.3)
                          fix  give a positive number""");
    }

    @Test
    void locatesWhatItsFactoryRefuses() {
        Section<ForwardOperator> operator = manifests
                .operator("rote: 1\noperator:\n  type: hills\n  holes: []\n  spacing: 3 m\n")
                .operators()
                .get("hills");
        String message = "created";
        try {
            operator.create(new FakeContext());
        } catch (ManifestException e) {
            message = e.getMessage().replace(directory + File.separator, "");
        }
        assertThat(message).isEqualTo("""
                        study.yaml:5  operator.spacing: is 3.0 m
                          in   operator "hills" (plugin sample.hills 1.2.3)""");
    }
}
