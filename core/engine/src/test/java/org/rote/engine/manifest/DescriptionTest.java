package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.Context;
import org.rote.spi.EstimatorFactory;
import org.rote.spi.Sampler;

final class DescriptionTest {

    private final FakeCatalog catalog = FakeCatalog.ofTheDesign();

    @Test
    void describesAPrior() {
        assertThat(describe(ExtensionPoint.PRIOR, "memorized-diffusion")).isEqualTo("""
                prior memorized-diffusion (plugin org.fake.memorized-diffusion 0.1.0)

                The fake memorized-diffusion.

                  key       value                            default   meaning
                  sigma     number                           required  noise level in model units
                  training  dataset (a section with a type)  required  the training models

                Example:

                  prior:
                    type: memorized-diffusion
                """);
    }

    @Test
    void describesTheKeysOfTheEngineToo() {
        assertThat(describe(ExtensionPoint.SAMPLER, "quadrature")).isEqualTo("""
                sampler quadrature (plugin org.fake.quadrature 0.1.0)

                The fake quadrature.

                  key       value          default   meaning
                  cells     whole number   400       cells on an axis
                  draws     whole number   1000      draws to keep
                  burn-in   whole number   0         draws to discard first
                  thinning  whole number   1         keep one draw in this many
                  budget    quantity in s  optional  stop after this time with the draws made so far

                Example:

                  sampler:
                    type: quadrature
                """);
    }

    @Test
    void leavesTheCountsOfDrawsOutWhereOneModelIsFound() {
        catalog.with(ExtensionPoint.SAMPLER, new Guess("guess"));

        assertThat(describe(ExtensionPoint.SAMPLER, "guess")).contains("""
                          key     value          default   meaning
                          budget  quantity in s  optional  stop after this time with the draws made so far

                        It finds one model: "draws" is 1 whatever is said, and burn-in and thinning are mistakes.
                        """);
    }

    @Test
    void describesWhatHasNoKeys() {
        assertThat(describe(ExtensionPoint.REPORT, "html")).isEqualTo("""
                report html (plugin org.fake.html 0.1.0)

                The fake html.

                It has no keys.

                Example:

                  report:
                    type: html
                """);
    }

    @Test
    void describesEveryKind() {
        catalog.with(ExtensionPoint.OPERATOR, FakeFactory.of("every-kind", EveryKind.class));

        assertThat(describe(ExtensionPoint.OPERATOR, "every-kind")).isEqualTo("""
                operator every-kind (plugin org.fake.every-kind 0.1.0)

                The fake every-kind.

                  key             value                                    default           meaning
                  flag            true or false                            false             whether to
                  count           whole number                             3                 how many
                  many-more       whole number                             4                 how many indeed
                  ratio           number                                   0.5               a ratio
                  label           text                                     none              a label
                  search-order    one of depth-first, breadth-first        depth-first       which way
                  spacing         quantity in m                            10 m              distance between points
                  velocities      list of quantities in m/s                []                speeds
                  row             list of numbers                          [1, 2]            a row
                  rows            list of lists of numbers                 [[1, 2], [3]]     rows
                  integers        list of whole numbers                    []                some integers
                  longs           list of whole numbers                    []                more integers
                  levels          section of named numbers                 {}                levels by name
                  file            path of a file                           optional          a file
                  limit           quantity in s                            optional          a limit
                  grid            section                                  { nx: 2 }         the grid
                    nx            whole number                             required          points along x
                    nz            whole number                             5                 points along z
                  grids           list of sections                         []                grids
                    nx            whole number                             required          points along x
                    nz            whole number                             5                 points along z
                  schedule        section of type linear, cosine           { type: linear }  how noise grows
                    type: linear
                      beta-min    number                                   1e-4              first level
                    type: cosine
                      offset      number                                   required          offset
                  training        dataset (a section with a type)          optional          a data set
                  more            list of datasets (sections with a type)  []                data sets

                Example:

                  operator:
                    type: every-kind
                """);
    }

    @Test
    void showsADataSetWithoutAKeyOfItsOwn() {
        assertThat(describe(ExtensionPoint.DATASET, "inline")).endsWith("\nExample:\n\n  type: inline\n");
    }

    @Test
    void saysWhatCannotBeUsed() {
        catalog.with(
                ExtensionPoint.SAMPLER,
                new FakeFactory<FakeCatalog.NoKeys, Sampler>(
                        "cuda",
                        FakeCatalog.NoKeys.class,
                        (config, context) -> {
                            throw new AssertionError("cuda is not there");
                        },
                        Optional.of("no CUDA driver is installed")));

        assertThat(describe(ExtensionPoint.SAMPLER, "cuda"))
                .contains("The fake cuda.\nCannot be used on this machine: no CUDA driver is installed\n");
    }

    @Test
    void blamesThePluginForARecordThatCannotBeRead() {
        catalog.with(ExtensionPoint.PRIOR, FakeFactory.of("dated", Dated.class));

        assertThatThrownBy(() -> describe(ExtensionPoint.PRIOR, "dated"))
                .isInstanceOf(PluginException.class)
                .hasMessageStartingWith("prior \"dated\" failed in its config record: ");
    }

    private <T> String describe(ExtensionPoint<T> point, String name) {
        return Description.of(catalog.find(point, name).orElseThrow());
    }

    record Dated(Date day) {}

    /** Finds one model, and is only described. */
    private record Guess(String name) implements EstimatorFactory<FakeCatalog.NoKeys> {

        @Override
        public Class<FakeCatalog.NoKeys> configType() {
            return FakeCatalog.NoKeys.class;
        }

        @Override
        public String describe() {
            return "The fake " + name + ".";
        }

        @Override
        public String example() {
            return "type: " + name;
        }

        @Override
        public Sampler create(FakeCatalog.NoKeys config, Context context) {
            throw new AssertionError(name + " was not to be created");
        }
    }
}
