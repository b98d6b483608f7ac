package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.engine.plugins.ExtensionPoint;

final class KindsTest {

    @TempDir
    Path directory;

    private Manifests manifests;

    @BeforeEach
    void offerEveryKind() {
        manifests = new Manifests(
                directory,
                FakeCatalog.ofTheDesign().with(ExtensionPoint.OPERATOR, FakeFactory.of("every-kind", EveryKind.class)));
    }

    @Test
    void bindsDefaults() {
        EveryKind config = bind("");

        assertThat(config.flag()).isFalse();
        assertThat(config.count()).isEqualTo(3);
        assertThat(config.manyMore()).isEqualTo(4);
        assertThat(config.ratio()).isEqualTo(0.5);
        assertThat(config.label()).isEqualTo("none");
        assertThat(config.searchOrder()).isEqualTo(EveryKind.Order.DEPTH_FIRST);
        assertThat(config.spacing()).isEqualTo(10);
        assertThat(config.velocities()).isEmpty();
        assertThat(config.row()).containsExactly(1, 2);
        assertThat(config.rows()).isDeepEqualTo(new double[][] {{1, 2}, {3}});
        assertThat(config.integers()).isEmpty();
        assertThat(config.longs()).isEmpty();
        assertThat(config.levels()).isEmpty();
        assertThat(config.file()).isEmpty();
        assertThat(config.limit()).isEmpty();
        assertThat(config.grid()).isEqualTo(new EveryKind.Grid(2, 5));
        assertThat(config.grids()).isEmpty();
        assertThat(config.schedule()).isEqualTo(new EveryKind.LinearSchedule(1e-4));
        assertThat(config.training()).isEmpty();
        assertThat(config.more()).isEmpty();
    }

    @Test
    void bindsEveryKindOfValue() throws IOException {
        Path file = Files.createFile(directory.resolve("weights.npy"));

        EveryKind config = bind("""
                  flag: true
                  count: 1e3
                  many-more: 0x10
                  ratio: 1
                  label: yes
                  search-order: breadth-first
                  spacing: 0.5 km
                  velocities: [2 km/s, "1500 m/s"]
                  row: [-1e-3, .5, 0x10]
                  rows: [[], [1]]
                  integers: [-2147483648, 0o17]
                  longs: [9223372036854775807]
                  levels: { low: 0.1, "high one": 2 }
                  file: weights.npy
                  limit: 2 min
                  grid: { nx: 7, nz: 8 }
                  grids: [{ nx: 1 }, { nx: 2, nz: 3 }]
                  schedule: { type: cosine, offset: 0.008 }
                  training: { type: inline, models: [[1]] }
                  more: [{ type: inline, models: [[2]] }, { type: inline, models: [[3], [4]] }]
                """);

        assertThat(config.flag()).isTrue();
        assertThat(config.count()).isEqualTo(1000);
        assertThat(config.manyMore()).isEqualTo(16);
        assertThat(config.ratio()).isEqualTo(1);
        assertThat(config.label()).isEqualTo("yes");
        assertThat(config.searchOrder()).isEqualTo(EveryKind.Order.BREADTH_FIRST);
        assertThat(config.spacing()).isEqualTo(500);
        assertThat(config.velocities()).containsExactly(2000.0, 1500.0);
        assertThat(config.row()).containsExactly(-1e-3, 0.5, 16);
        assertThat(config.rows()).isDeepEqualTo(new double[][] {{}, {1}});
        assertThat(config.integers()).containsExactly(Integer.MIN_VALUE, 15);
        assertThat(config.longs()).containsExactly(Long.MAX_VALUE);
        assertThat(config.levels()).isEqualTo(Map.of("low", 0.1, "high one", 2.0));
        assertThat(config.file()).contains(file);
        assertThat(config.limit()).contains(120.0);
        assertThat(config.grid()).isEqualTo(new EveryKind.Grid(7, 8));
        assertThat(config.grids()).containsExactly(new EveryKind.Grid(1, 5), new EveryKind.Grid(2, 3));
        assertThat(config.schedule()).isEqualTo(new EveryKind.CosineSchedule(0.008));
        assertThat(config.training().orElseThrow().type()).isEqualTo("inline");
        assertThat(config.more()).hasSize(2);
    }

    @Test
    void takesASingleValueForAListOfOne() {
        EveryKind config = bind("  velocities: 2 km/s\n  row: 3\n  integers: 4\n");

        assertThat(config.velocities()).containsExactly(2000.0);
        assertThat(config.row()).containsExactly(3);
        assertThat(config.integers()).containsExactly(4);
    }

    @Test
    void takesDigitsForAText() {
        assertThat(bind("  label: 007\n").label()).isEqualTo("007");
    }

    @Test
    void takesAValueWhereverItIsNamedByAnAlias() {
        EveryKind config = bind("  row: &values [1, 2]\n  rows: [*values, *values]\n");

        assertThat(config.rows()).isDeepEqualTo(new double[][] {{1, 2}, {1, 2}});
    }

    @Test
    void startsRelativePathsFromTheManifest() throws IOException {
        Path file = Files.createFile(
                Files.createDirectory(directory.resolve("data")).resolve("d.npy"));

        Study study = manifests.operator("rote: 1\noperator: { type: every-kind, file: ./data/../data/d.npy }\n");

        assertThat(((EveryKind) study.operators().get("every-kind").config()).file())
                .contains(file);
        assertThat(study.inputs()).containsExactly(file);
    }

    @Test
    void writesNamesInKebabCase() {
        assertThat(Names.kebab("standardDeviation")).isEqualTo("standard-deviation");
        assertThat(Names.kebab("q1Min")).isEqualTo("q1-min");
        assertThat(Names.kebab("SVDRank")).isEqualTo("svd-rank");
        assertThat(Names.kebab("VP_LINEAR")).isEqualTo("vp-linear");
        assertThat(Names.variant(EveryKind.LinearSchedule.class, EveryKind.Schedule.class))
                .isEqualTo("linear");
        assertThat(Names.variant(EveryKind.Grid.class, EveryKind.Schedule.class))
                .isEqualTo("grid");
    }

    private EveryKind bind(String keys) {
        Study study = manifests.operator("rote: 1\noperator:\n  type: every-kind\n" + keys);
        return (EveryKind) study.operators().get("every-kind").config();
    }
}
