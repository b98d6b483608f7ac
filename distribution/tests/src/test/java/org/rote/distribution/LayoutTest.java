package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the distribution holds, jar by jar: a library that slips in or out fails here first. */
final class LayoutTest {

    @Test
    void holdsTheseModulesInLib() {
        assertThat(Assembled.modules(Assembled.HOME.resolve("lib")).keySet())
                .containsExactly(
                        "aopalliance",
                        "com.google.common",
                        "com.google.common.util.concurrent.internal",
                        "com.google.guice",
                        "ejml.core",
                        "ejml.ddense",
                        "info.picocli",
                        "jakarta.inject",
                        "org.rote.app",
                        "org.rote.arrays",
                        "org.rote.engine",
                        "org.rote.numerics",
                        "org.rote.operators.propagation",
                        "org.rote.operators.survey",
                        "org.rote.spi",
                        "org.snakeyaml.engine",
                        "tools.jackson.core");
    }

    @Test
    void holdsOneDirectoryForEachPlugin() {
        assertThat(Assembled.names(Assembled.HOME.resolve("plugins")))
                .containsExactly(
                        "dataset-geology",
                        "diagnostic-calibration",
                        "diagnostic-collapse",
                        "diagnostic-memorization",
                        "diagnostic-summary",
                        "diagnostic-verdict",
                        "format-arrays",
                        "format-segy",
                        "noise-gaussian",
                        "operator-acoustic",
                        "operator-algebraic",
                        "operator-born",
                        "operator-cuda",
                        "operator-helmholtz",
                        "operator-rays",
                        "parameterization-fields",
                        "prior-diffusion",
                        "prior-empirical",
                        "prior-mixture",
                        "report-html",
                        "sampler-closedform",
                        "sampler-diffusion",
                        "sampler-optimization");
    }

    static List<Path> plugins() {
        return Assembled.list(Assembled.HOME.resolve("plugins"));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void givesEachPluginItsOwnJarAndNothingThatLibHolds(Path plugin) {
        Set<String> modules = Assembled.modules(plugin).keySet();
        assertThat(modules).isNotEmpty();
        assertThat(modules)
                .doesNotContainAnyElementsOf(
                        Assembled.modules(Assembled.HOME.resolve("lib")).keySet());
        assertThat(Assembled.names(plugin)).anyMatch(jar -> jar.startsWith("rote-" + plugin.getFileName()));
    }

    @Test
    void putsALibraryThatOnePluginNeedsIntoItsDirectoryAlone() {
        assertThat(Assembled.modules(Assembled.HOME.resolve("plugins/format-arrays"))
                        .keySet())
                .containsExactlyInAnyOrder("org.rote.plugins.format.arrays", "de.siegmar.fastcsv");
        assertThat(Assembled.modules(Assembled.HOME.resolve("plugins/operator-cuda"))
                        .keySet())
                .containsExactlyInAnyOrder("org.rote.operators.cuda", "jcuda");
    }

    @Test
    void resolvesEveryModuleOfLibTogether() {
        ModuleFinder lib = ModuleFinder.of(Assembled.HOME.resolve("lib"));
        Set<String> names = Assembled.modules(Assembled.HOME.resolve("lib")).keySet();
        Configuration resolved = ModuleLayer.boot().configuration().resolve(lib, ModuleFinder.of(), names);
        assertThat(resolved.modules()).hasSameSizeAs(names);
    }

    @Test
    void marksEveryJarWithItsVersion() throws IOException {
        for (Path jar : Assembled.ownJars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                String version = file.getManifest().getMainAttributes().getValue("Implementation-Version");
                assertThat(jar.getFileName().toString()).endsWith("-" + version + ".jar");
            }
        }
    }

    @Test
    void shipsALauncherThatCanBeStartedAndTheLicence() {
        assertThat(Assembled.HOME.resolve("bin/rote")).isExecutable();
        assertThat(Files.exists(Assembled.HOME.resolve("LICENSE"))).isTrue();
    }
}
