package org.rote.operators.rays;

import java.util.List;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Placement;
import org.rote.operators.survey.Position;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Element;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;
import org.rote.spi.Space;

/** Places the survey in the grid, traces every ray once and keeps the lengths. */
final class StraightRayFactory implements Factory<StraightRayConfig, ForwardOperator> {

    @Override
    public String name() {
        return "straight-ray";
    }

    @Override
    public Class<StraightRayConfig> configType() {
        return StraightRayConfig.class;
    }

    @Override
    public String describe() {
        return "travel times along straight rays through the cells of a 2-D grid, t = Σ length · slowness";
    }

    @Override
    public String example() {
        return """
                type: straight-ray
                parameter: slowness
                grid: { shape: [70, 70], spacing: 10 m }
                sources: { type: line, from: [0 m, 20 m], to: [0 m, 680 m], count: 12 }
                receivers: { type: line, from: [700 m, 20 m], to: [700 m, 680 m], count: 12 }
                """;
    }

    @Override
    public ForwardOperator create(StraightRayConfig config, Context context) {
        Axis x = centres("x", config.grid().countX(), config.grid().spacingX());
        Axis z = centres("z", config.grid().countZ(), config.grid().spacingZ());
        Placement placement = Placement.inCells(List.of(x, z));
        List<Position> sources = placement.read("sources", config.sources());
        List<Position> receivers = placement.read("receivers", config.receivers());
        checkPairs(config.pairs(), sources, receivers, placement);
        placement.verify();
        Space model =
                new Space(List.of(x, z), WaveSpeed.SLOWNESS.quantity(), WaveSpeed.SLOWNESS.unit(), Element.FLOAT64);
        Space data = data(config.pairs(), sources, receivers);
        RayTracer tracer = new RayTracer(config.grid());
        SparseRows.Builder rows = new SparseRows.Builder(data.size(), model.size());
        for (int i = 0; i < sources.size(); i++) {
            if (config.pairs() == Pairs.ONE_TO_ONE) {
                add(tracer, sources.get(i), receivers.get(i), rows);
            } else {
                for (Position receiver : receivers) {
                    add(tracer, sources.get(i), receiver, rows);
                }
            }
        }
        SlownessRays rays = new SlownessRays(model, data, rows.build());
        return WaveSpeed.SLOWNESS.seenAs(config.parameter(), rays);
    }

    private static void add(RayTracer tracer, Position source, Position receiver, SparseRows.Builder rows) {
        tracer.trace(source, receiver);
        if (!rows.hasRoomFor(tracer.count())) {
            throw new InvalidInputException(
                    "",
                    "rays and cells make more pieces than one array can hold",
                    "use fewer sources or receivers, or a coarser grid");
        }
        rows.add(tracer);
    }

    /** Tells of lists that do not pair, and of sources that are receivers too. */
    private static void checkPairs(Pairs pairs, List<Position> sources, List<Position> receivers, Placement placement) {
        if (sources.isEmpty() || receivers.isEmpty()) {
            return;
        }
        if (pairs == Pairs.ONE_TO_ONE && sources.size() != receivers.size()) {
            placement.add(new Problem(
                    "pairs",
                    "one-to-one needs as many receivers as sources, got " + sources.size() + " sources and "
                            + receivers.size() + " receivers",
                    "give equal numbers, or pairs: all"));
        } else {
            checkLengths(pairs, sources, receivers, placement);
        }
    }

    private static void checkLengths(
            Pairs pairs, List<Position> sources, List<Position> receivers, Placement placement) {
        for (int i = 0; i < sources.size(); i++) {
            for (int j = 0; j < receivers.size(); j++) {
                boolean isPaired = pairs == Pairs.ALL || i == j;
                if (isPaired && sources.get(i).distanceTo(receivers.get(j)) == 0) {
                    placement.add(new Problem(
                            "receivers",
                            "number " + j + " at " + receivers.get(j) + " is where source " + i
                                    + " is, and a ray of no length takes no time",
                            "move one of them, or pair them otherwise with pairs: one-to-one"));
                }
            }
        }
    }

    private static Axis centres(String name, int count, double spacing) {
        return new Axis(name, "m", count, spacing, spacing / 2);
    }

    private static Space data(Pairs pairs, List<Position> sources, List<Position> receivers) {
        List<Axis> axes = pairs == Pairs.ALL
                ? List.of(Axis.index("source", sources.size()), Axis.index("receiver", receivers.size()))
                : List.of(Axis.index("pair", sources.size()));
        return new Space(axes, "travel time", "s", Element.FLOAT64);
    }
}
