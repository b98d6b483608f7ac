package org.rote.engine.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Part;
import org.rote.spi.Unit;

/** A config record with a key of every kind, each with a default, so that a test writes only the one it is about. */
record EveryKind(
        @Doc("whether to") @Default("false") boolean flag,
        @Doc("how many") @Default("3") int count,
        @Doc("how many indeed") @Default("4") long manyMore,
        @Doc("a ratio") @Default("0.5") double ratio,
        @Doc("a label") @Default("none") String label,
        @Doc("which way") @Default("depth-first") Order searchOrder,

        @Doc("distance between points") @Unit("m") @Default("10 m")
        double spacing,

        @Doc("speeds") @Unit("m/s") @Default("[]") List<Double> velocities,
        @Doc("a row") @Default("[1, 2]") double[] row,
        @Doc("rows") @Default("[[1, 2], [3]]") double[][] rows,
        @Doc("some integers") @Default("[]") int[] integers,
        @Doc("more integers") @Default("[]") long[] longs,
        @Doc("levels by name") @Default("{}") Map<String, Double> levels,
        @Doc("a file") Optional<Path> file,
        @Doc("a limit") @Unit("s") Optional<Double> limit,
        @Doc("the grid") @Default("{ nx: 2 }") Grid grid,
        @Doc("grids") @Default("[]") List<Grid> grids,
        @Doc("how noise grows") @Default("{ type: linear }") Schedule schedule,
        @Doc("a data set") Optional<Part<Dataset>> training,
        @Doc("data sets") @Default("[]") List<Part<Dataset>> more) {

    enum Order {
        DEPTH_FIRST,
        BREADTH_FIRST
    }

    record Grid(
            @Doc("points along x") int nx,
            @Doc("points along z") @Default("5") int nz) {
        Grid {
            new Checks().atLeast("nx", nx, 1).atLeast("nz", nz, 1).verify();
        }
    }

    sealed interface Schedule permits LinearSchedule, CosineSchedule {}

    record LinearSchedule(
            @Doc("first level") @Default("1e-4") double betaMin) implements Schedule {}

    record CosineSchedule(@Doc("offset") double offset) implements Schedule {}
}
