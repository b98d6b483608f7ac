package org.rote.operators.helmholtz;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.helmholtz.solver.Arithmetic;
import org.rote.operators.helmholtz.solver.DirectSolver;
import org.rote.operators.helmholtz.solver.Dissection;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.NodeWeights;
import org.rote.operators.survey.Placement;
import org.rote.operators.survey.Position;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Element;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Space;

/** Places the survey on the padded grid and plans the factorisation, once for all models. */
final class HelmholtzFactory implements Factory<HelmholtzConfig, ForwardOperator> {

    @Override
    public String name() {
        return "helmholtz";
    }

    @Override
    public Class<HelmholtzConfig> configType() {
        return HelmholtzConfig.class;
    }

    @Override
    public String describe() {
        return "time-harmonic wavefields of point sources at receivers in two dimensions, (ω² m + Δ) u = δ, m squared slowness";
    }

    @Override
    public String example() {
        return """
                type: helmholtz
                parameter: squared-slowness
                grid: { shape: [200, 200], spacing: 10 m }
                frequencies: [6 Hz]
                pml: { cells: 30, strength: 200 Hz }
                sources: { type: line, from: [20 m, 20 m], to: [1970 m, 20 m], count: 15 }
                receivers: { type: line, from: [20 m, 1970 m], to: [1970 m, 1970 m], count: 196 }
                """;
    }

    @Override
    public ForwardOperator create(HelmholtzConfig config, Context context) {
        List<Axis> axes = config.grid().axes();
        Placement placement = Placement.onNodes(axes);
        List<Position> sources = placement.read("sources", config.sources());
        List<Position> receivers = placement.read("receivers", config.receivers());
        placement.verify();
        Space model = new Space(
                axes,
                WaveSpeed.SQUARED_SLOWNESS.quantity(),
                WaveSpeed.SQUARED_SLOWNESS.unit(),
                config.precision() == Precision.SINGLE ? Element.FLOAT32 : Element.FLOAT64);
        Space data = new Space(
                List.of(
                        Axis.index("frequency", config.frequencies().size()),
                        Axis.index("source", sources.size()),
                        Axis.index("receiver", receivers.size())),
                "wavefield",
                "1",
                Element.COMPLEX128);
        HelmholtzOperator operator = new HelmholtzOperator(
                model,
                data,
                problems(config, sources, receivers, context),
                wavelengths(config, context),
                context.executor());
        return WaveSpeed.SQUARED_SLOWNESS.seenAs(config.parameter(), operator);
    }

    private static List<FrequencyProblem> problems(
            HelmholtzConfig config, List<Position> sources, List<Position> receivers, Context context) {
        Grid grid = config.grid();
        PaddedGrid padded = PaddedGrid.around(grid, config.pml().cells());
        DirectSolver solver = new DirectSolver(
                new Dissection(padded.nx(), padded.nz()),
                arithmetic(config.precision()),
                context.executor(),
                tellOnce(context));
        List<NodeWeights> fed = placed(sources, padded, config);
        Receivers read = new Receivers(placed(receivers, padded, config));
        double density = 1 / (grid.spacingX() * grid.spacingZ());
        return config.frequencies().stream()
                .map(frequency -> new Discretization(padded, config.pml(), config.stencil(), frequency))
                .map(discretization -> new FrequencyProblem(discretization, solver, fed, density, read))
                .toList();
    }

    private static Arithmetic arithmetic(Precision precision) {
        return switch (precision) {
            case SINGLE -> Arithmetic.SINGLE;
            case DOUBLE -> Arithmetic.DOUBLE;
        };
    }

    private static Runnable tellOnce(Context context) {
        AtomicBoolean told = new AtomicBoolean();
        return () -> {
            if (told.compareAndSet(false, true)) {
                context.warn(
                        "some models are too much for single precision and are solved in double as well; results are right,"
                                + " but precision: double would be faster here");
            }
        };
    }

    private static List<NodeWeights> placed(List<Position> positions, PaddedGrid padded, HelmholtzConfig config) {
        return positions.stream()
                .map(position -> config.interpolation().at(position, padded.axes()))
                .toList();
    }

    private static WavelengthCheck wavelengths(HelmholtzConfig config, Context context) {
        double highest =
                config.frequencies().stream().max(Comparator.naturalOrder()).orElseThrow();
        double spacing = Math.max(config.grid().spacingX(), config.grid().spacingZ());
        return new WavelengthCheck(highest, spacing, config.stencil(), context::warn);
    }
}
