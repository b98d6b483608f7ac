package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.Part;
import org.rote.spi.Prior;
import org.rote.spi.Problem;
import org.rote.spi.RunInterruptedException;
import org.rote.spi.Space;

/** What plugins throw, and as what it comes out. */
final class SectionTest {

    private static final String THROWING = "rote: 1\noperator: { type: cubic-1d }\nprior: { type: throwing }\n";
    private static final String FAULT = "\n  in   plugin org.fake.throwing 0.1.0 (" + Path.of("plugins", "throwing")
            + ")\n  fix  this is a fault of the plugin, not of the manifest: tell its author, with what --debug prints";

    @TempDir
    Path directory;

    private FakeCatalog catalog;

    @BeforeEach
    void offerTheDesign() {
        catalog = FakeCatalog.ofTheDesign();
    }

    @Test
    void createsThePart() {
        assertThat(prior(Manifests.SMALL).create(new FakeContext()).space().size())
                .isEqualTo(1);
    }

    @Test
    void locatesWhatTheFactoryRefuses() {
        assertThat(created(Manifests.small("models: [[1], [2]]", "models: [[1]]")))
                .isEqualTo("""
                        ManifestException
                        study.yaml:5  prior.training: must hold at least 2 models, got 1
                          in   dataset "inline" (plugin org.fake.inline 0.1.0)
                          fix  add models""");
    }

    @Test
    void locatesWhatAPartInsideRefuses() {
        catalog.with(ExtensionPoint.DATASET, FakeFactory.of("broken", FakeCatalog.Inline.class, (config, context) -> {
            throw new InvalidInputException(List.of(
                    new Problem("models[1][0]", "is out of reach, got 2", "move it"),
                    new Problem("axis", "is not there", "add it"),
                    new Problem("", "is not enough", "give more")));
        }));

        assertThat(created("""
                                rote: 1
                                operator: { type: cubic-1d }
                                prior:
                                  type: memorized-diffusion
                                  sigma: 0.3
                                  training:
                                    type: broken
                                    models:
                                      - [1]
                                      - [2]
                                """)).isEqualTo("""
                        ManifestException
                        study.yaml:10  prior.training.models[1][0]: is out of reach, got 2
                          in   dataset "broken" (plugin org.fake.broken 0.1.0)
                          fix  move it
                        study.yaml:6  prior.training.axis: is not there
                          in   dataset "broken" (plugin org.fake.broken 0.1.0)
                          fix  add it
                        study.yaml:6  prior.training: is not enough
                          in   dataset "broken" (plugin org.fake.broken 0.1.0)
                          fix  give more""");
    }

    @Test
    void locatesWhatAPartInAListRefuses() {
        catalog.with(ExtensionPoint.DATASET, FakeFactory.of("broken", FakeCatalog.NoKeys.class, (config, context) -> {
                    throw new IllegalArgumentException("shape=3 does not fit");
                }))
                .with(ExtensionPoint.PRIOR, FakeFactory.of("union", Union.class, (config, context) -> {
                    config.sets().forEach(set -> set.create(context));
                    throw new AssertionError("one of the sets is broken");
                }));

        assertThat(created("""
                                rote: 1
                                operator: { type: cubic-1d }
                                prior:
                                  type: union
                                  sets:
                                    - { type: inline, models: [[1]] }
                                    - { type: broken }
                                """)).isEqualTo("""
                        ManifestException
                        study.yaml:7  prior.sets[1]: shape=3 does not fit
                          in   dataset "broken" (plugin org.fake.broken 0.1.0)""");
    }

    @Test
    void locatesAModelOfAPartInsideThatIsWrongWhenItIsRead() {
        catalog.with(
                        ExtensionPoint.DATASET,
                        FakeFactory.of(
                                "spoilt", FakeCatalog.Inline.class, (config, context) -> new Spoilt(context.space())))
                .with(ExtensionPoint.PRIOR, FakeFactory.of("union", Union.class, (config, context) -> {
                    config.sets().forEach(set -> set.create(context).read(0, new double[1]));
                    throw new AssertionError("one of the sets is spoilt");
                }));

        assertThat(created("""
                                rote: 1
                                operator: { type: cubic-1d }
                                prior:
                                  type: union
                                  sets:
                                    - type: spoilt
                                      models: [[1]]
                                """)).isEqualTo("""
                        ManifestException
                        study.yaml:7  prior.sets[0].models: is not finite
                          in   dataset "spoilt" (plugin org.fake.spoilt 0.1.0)
                          fix  replace it""");
    }

    @Test
    void blamesThePluginOfAPartInside() {
        catalog.with(ExtensionPoint.DATASET, FakeFactory.of("throwing", FakeCatalog.NoKeys.class, (config, context) -> {
            throw new IllegalStateException("no memory left");
        }));

        assertThat(created(Manifests.small("{ type: inline, models: [[1], [2]] }", "{ type: throwing }")))
                .isEqualTo("PluginException\nstudy.yaml:5  dataset \"throwing\" failed in create:"
                        + " java.lang.IllegalStateException: no memory left" + FAULT);
    }

    @Test
    void blamesThePluginForWhatItDoesNotExplain() {
        assertThat(createdByThrowing(() -> new IllegalStateException("index 3 of 2")))
                .isEqualTo("PluginException\nstudy.yaml:3  prior \"throwing\" failed in create:"
                        + " java.lang.IllegalStateException: index 3 of 2" + FAULT);
        assertThat(createdByThrowing(NullPointerException::new))
                .isEqualTo("PluginException\nstudy.yaml:3  prior \"throwing\" failed in create:"
                        + " java.lang.NullPointerException" + FAULT);
    }

    @Test
    void takesAnIllegalArgumentForTheUsers() {
        assertThat(createdByThrowing(() -> new IllegalArgumentException("size=0")))
                .isEqualTo("""
                        ManifestException
                        study.yaml:3  prior: size=0
                          in   prior "throwing" (plugin org.fake.throwing 0.1.0)""");
        assertThat(createdByThrowing(IllegalArgumentException::new)).isEqualTo("""
                        ManifestException
                        study.yaml:3  prior: is refused by the plugin (IllegalArgumentException)
                          in   prior "throwing" (plugin org.fake.throwing 0.1.0)""");
    }

    @Test
    void letsTheNumericsAndInterruptionsPass() {
        assertThat(createdByThrowing(() -> new NumericsException("not positive definite")))
                .isEqualTo("NumericsException\nnot positive definite");
        assertThat(createdByThrowing(RunInterruptedException::new))
                .isEqualTo("RunInterruptedException\nthe run was interrupted");
    }

    @Test
    void blamesThePluginForClassesThatDoNotLink() {
        catalog.with(ExtensionPoint.PRIOR, FakeFactory.of("throwing", FakeCatalog.NoKeys.class, (config, context) -> {
            throw new NoClassDefFoundError("org/missing/Library");
        }));

        assertThat(created(THROWING))
                .isEqualTo("PluginException\nstudy.yaml:3  prior \"throwing\" failed in create:"
                        + " java.lang.NoClassDefFoundError: org/missing/Library" + FAULT);
    }

    @Test
    void locatesWhatIsRefusedLater() {
        Section<Prior> prior = prior(Manifests.SMALL);

        assertThatThrownBy(() -> prior.call("start", () -> {
                    throw new InvalidInputException("sigma", "is too small", "give more");
                }))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("study.yaml:5  prior.sigma: is too small");
    }

    @Test
    void takesAnIllegalArgumentForThePluginsLater() {
        Section<Prior> prior = prior(Manifests.SMALL);

        assertThatThrownBy(() -> prior.call("start", () -> {
                    throw new IllegalArgumentException("n=0");
                }))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("failed in start: java.lang.IllegalArgumentException: n=0");
    }

    private Section<Prior> prior(String yaml) {
        return new Manifests(directory, catalog)
                .operator(yaml)
                .priors()
                .values()
                .iterator()
                .next();
    }

    /** What comes out when the prior of a manifest is created. */
    private String created(String yaml) {
        Section<Prior> prior = prior(yaml);
        try {
            return "created " + prior.create(new FakeContext());
        } catch (ManifestException | PluginException | NumericsException | RunInterruptedException e) {
            return e.getClass().getSimpleName() + "\n" + e.getMessage().replace(directory + File.separator, "");
        }
    }

    private String createdByThrowing(Supplier<RuntimeException> thrown) {
        catalog = FakeCatalog.ofTheDesign()
                .with(ExtensionPoint.PRIOR, FakeFactory.of("throwing", FakeCatalog.NoKeys.class, (config, context) -> {
                    throw thrown.get();
                }));
        return created(THROWING);
    }

    record Union(List<Part<Dataset>> sets) {}

    /** Finds only in reading that its model is wrong. */
    private record Spoilt(Space space) implements Dataset {

        @Override
        public int count() {
            return 1;
        }

        @Override
        public void read(int index, double[] out) {
            throw new InvalidInputException("models", "is not finite", "replace it");
        }
    }
}
