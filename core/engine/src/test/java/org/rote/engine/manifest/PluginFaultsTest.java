package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.Context;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Part;
import org.rote.spi.Unit;

/** Config records that no manifest can satisfy are the plugin's fault, and are told as such. */
final class PluginFaultsTest {

    private static final String HERE = PluginFaultsTest.class.getName() + "$";

    @TempDir
    Path directory;

    @Test
    void refusesTypesThatNoYamlStandsFor() {
        assertThat(fault(Dated.class))
                .isEqualTo("its config record: java.lang.IllegalArgumentException: " + HERE
                        + "Dated.day: java.util.Date is no type for a key; use boolean, int, long, double, Quantity,"
                        + " String, an enum, Path, a record, a sealed interface of records, Part, or an array, List,"
                        + " Map<String, ...> or Optional of these");
        assertThat(fault(Wild.class)).contains("Wild.values: ? is no type for a key");
        assertThat(fault(Foreign.class))
                .contains("Foreign.part: org.rote.spi.Part<java.lang.String> is no type for a key");
    }

    @Test
    void refusesUnitsOfWhatIsNoNumber() {
        assertThat(fault(Measured.class))
                .contains("Measured.name: @Unit stands on java.lang.String, which is no number");
    }

    @Test
    void refusesRecordsThatHoldThemselves() {
        assertThat(fault(Nested.class)).contains("Nested.inner: " + HERE + "Nested holds itself");
    }

    @Test
    void refusesKeysThatTheEngineReads() {
        assertThat(fault(Typed.class))
                .contains(
                        "its config record: java.lang.IllegalArgumentException: the engine reads these keys itself: type");
    }

    @Test
    void refusesKeysThatTheEngineReadsFromASampler() {
        FakeCatalog catalog =
                FakeCatalog.ofTheDesign().with(ExtensionPoint.SAMPLER, FakeFactory.of("faulty", Drawing.class));
        Manifests manifests = new Manifests(directory, catalog);

        PluginException fault = catchThrowableOfType(
                PluginException.class, () -> manifests.study(Manifests.small("type: quadrature", "type: faulty")));

        assertThat(fault).hasMessageContaining("the engine reads these keys itself: draws, burn-in");
    }

    @Test
    void refusesDefaultsThatAreWrong() {
        assertThat(fault(WrongDefault.class))
                .isEqualTo("the default \"ten\" of count: org.rote.engine.manifest.ManifestException:"
                        + " study.yaml:3  operator.count: must be a whole number, got \"ten\"\n"
                        + "  in   operator \"faulty\" (plugin org.fake.faulty 0.1.0)\n"
                        + "  fix  write a whole number");
        assertThat(fault(BrokenDefault.class))
                .contains("the default \"[1, \" of counts: java.lang.IllegalArgumentException: @Default");
    }

    @Test
    void refusesRecordsThatThrow() {
        assertThat(fault(Throwing.class)).isEqualTo("its config record: java.lang.IllegalStateException: not today");
    }

    @Test
    void takesAnIllegalArgumentOfARecordForTheUsers() {
        Manifests manifests = manifests(Refusing.class);

        assertThat(manifests.problemsOfOperator("rote: 1\noperator:\n  type: faulty\n"))
                .isEqualTo("""
                        study.yaml:2  operator: count=0
                          in   operator "faulty" (plugin org.fake.faulty 0.1.0)""");
    }

    @Test
    void tellsWhatCannotBeUsedOnThisMachine() {
        FakeFactory<FakeCatalog.NoKeys, org.rote.spi.ForwardOperator> factory = new FakeFactory<>(
                "cuda",
                FakeCatalog.NoKeys.class,
                (config, context) -> {
                    throw new AssertionError("cuda is not there");
                },
                Optional.of("no CUDA driver is installed; use \"acoustic\""));
        Manifests manifests =
                new Manifests(directory, FakeCatalog.ofTheDesign().with(ExtensionPoint.OPERATOR, factory));

        assertThat(manifests.problemsOfOperator("rote: 1\noperator:\n  type: cuda\n"))
                .isEqualTo("""
                        study.yaml:3  operator.type: cannot be used on this machine: no CUDA driver is installed; use "acoustic"
                          in   operator "cuda" (plugin org.fake.cuda 0.1.0)
                          fix  choose another, or run it where it can be used""");
    }

    /** A section that may say what to use instead. */
    public record Instead(
            @Doc("whether to use something else") @Default("false")
            boolean instead) {}

    @Test
    void takesASectionThatSaysWhatToUseInstead() {
        Factory<Instead, ForwardOperator> factory = new Factory<>() {
            @Override
            public String name() {
                return "cuda";
            }

            @Override
            public Class<Instead> configType() {
                return Instead.class;
            }

            @Override
            public String describe() {
                return "waves on a card";
            }

            @Override
            public String example() {
                return "type: cuda";
            }

            @Override
            public Optional<String> unavailable() {
                return Optional.of("there is no card");
            }

            @Override
            public Optional<String> unavailable(Instead config) {
                return config.instead() ? Optional.empty() : unavailable();
            }

            @Override
            public ForwardOperator create(Instead config, Context context) {
                throw new AssertionError("was not to be created");
            }
        };
        Manifests manifests =
                new Manifests(directory, FakeCatalog.ofTheDesign().with(ExtensionPoint.OPERATOR, factory));

        assertThat(manifests
                        .operator("rote: 1\noperator: { type: cuda, instead: true }\n")
                        .operators())
                .containsKey("cuda");
        assertThat(manifests.problemsOfOperator("rote: 1\noperator: { type: cuda }\n"))
                .contains("operator.type: cannot be used on this machine: there is no card");
    }

    private Manifests manifests(Class<? extends Record> config) {
        return new Manifests(
                directory, FakeCatalog.ofTheDesign().with(ExtensionPoint.OPERATOR, FakeFactory.of("faulty", config)));
    }

    /** What failed, and how. */
    private String fault(Class<? extends Record> config) {
        PluginException fault = catchThrowableOfType(
                PluginException.class, () -> manifests(config).operator("rote: 1\n\noperator:\n  type: faulty\n"));
        String message = fault.getMessage().replace(directory + File.separator, "");
        assertThat(message)
                .contains("operator \"faulty\" failed in ")
                .endsWith(
                        "\n  in   plugin org.fake.faulty 0.1.0 (" + Path.of("plugins", "faulty") + ")"
                                + "\n  fix  this is a fault of the plugin, not of the manifest: tell its author, with what --debug prints");
        return message.substring(
                message.indexOf(" failed in ") + " failed in ".length(), message.indexOf("\n  in   plugin"));
    }

    record Dated(Date day) {}

    record Wild(List<?> values) {}

    record Foreign(Part<String> part) {}

    record Measured(@Unit("m") String name) {}

    record Nested(List<Nested> inner) {}

    record Typed(@Default("1") int type) {}

    record Drawing(@Default("1") int draws, @Default("1") int burnIn) {}

    record WrongDefault(@Default("ten") int count) {}

    record BrokenDefault(@Default("[1, ") List<Integer> counts) {}

    record Throwing() {
        Throwing {
            if (!Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("not today");
            }
        }
    }

    record Refusing(@Default("0") int count) {
        Refusing {
            if (count < 1) {
                throw new IllegalArgumentException("count=" + count);
            }
        }
    }
}
