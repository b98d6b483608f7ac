package org.rote.operators.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.rote.spi.Axis;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;

/**
 * Reads where sources and receivers are and checks that they are in the grid. Collects what is wrong, so that all of it can be told at once:
 *
 * <pre>{@code
 * Placement placement = Placement.onNodes(axes);
 * List<Position> sources = placement.read("sources", config.sources());
 * List<Position> receivers = placement.read("receivers", config.receivers());
 * placement.verify();
 * }</pre>
 */
public final class Placement {

    /** A position so many steps beyond the end is on it: decimal numbers of metres are seldom exact. */
    private static final double ON_END = 1e-9;
    /** Positions of one section that are told of one by one. */
    private static final int TOLD = 8;

    private final List<Axis> axes;
    private final double margin;
    private final List<Problem> problems = new ArrayList<>();

    private Placement(List<Axis> axes, double margin) {
        this.axes = List.copyOf(axes);
        this.margin = margin;
    }

    /**
     * For a grid of nodes, which ends at the last of them.
     *
     * @param axes the nodes, (x, z) or (x, y, z)
     * @return without problems yet
     */
    public static Placement onNodes(List<Axis> axes) {
        return new Placement(axes, 0);
    }

    /**
     * For a grid of cells, which ends half a step beyond the centre of the last of them.
     *
     * @param axes the centres of the cells, (x, z) or (x, y, z)
     * @return without problems yet
     */
    public static Placement inCells(List<Axis> axes) {
        return new Placement(axes, 0.5);
    }

    /**
     * Reads a layout.
     *
     * @param key its key in the manifest: {@code sources}
     * @param layout the section
     * @return the positions; none when the section or its file is wrong
     */
    public List<Position> read(String key, Layout layout) {
        try {
            List<Position> positions = layout.positions(key, axes);
            checkInside(key, List.of(positions), shot -> "");
            return positions;
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return List.of();
        }
    }

    /**
     * Reads the receivers of every shot.
     *
     * @param key the key in the manifest: {@code receivers}
     * @param receivers the section
     * @param sources of the shots; none where their section is wrong, and then receivers that depend on them are passed over
     * @return a list for each source; none when the section or its file is wrong
     */
    public List<List<Position>> read(String key, Receivers receivers, List<Position> sources) {
        if (sources.isEmpty()) {
            // those of a file of gathers may differ from shot to shot, which a layout by itself refuses
            if (receivers instanceof Layout layout && !(layout instanceof Layout.Segy)) {
                read(key, layout);
            }
            return List.of();
        }
        try {
            List<List<Position>> shots = receivers.ofShots(key, sources, axes);
            if (new HashSet<>(shots).size() == 1) {
                checkInside(key, shots.subList(0, 1), shot -> "");
            } else {
                checkInside(key, shots, shot -> "of shot " + shot + ", ");
            }
            return shots;
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return List.of();
        }
    }

    /**
     * Adds something else that is wrong.
     *
     * @param problem what
     */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidInputException when anything was wrong
     */
    public void verify() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private void checkInside(String key, List<List<Position>> shots, IntFunction<String> ofShot) {
        int outside = 0;
        for (int shot = 0; shot < shots.size(); shot++) {
            List<Position> positions = shots.get(shot);
            for (int i = 0; i < positions.size(); i++) {
                if (!holds(positions.get(i)) && ++outside <= TOLD) {
                    problems.add(new Problem(
                            key,
                            ofShot.apply(shot) + "number " + i + " at "
                                    + positions.get(i).describe(axes.size())
                                    + " is outside the grid, which reaches from " + corner(this::first) + " to "
                                    + corner(this::last),
                            "move it, or enlarge the grid"));
                }
            }
        }
        if (outside > TOLD) {
            problems.add(new Problem(
                    key, "has " + (outside - TOLD) + " more outside the grid", "move them, or enlarge the grid"));
        }
    }

    private boolean holds(Position position) {
        for (int a = 0; a < axes.size(); a++) {
            double coordinate = position.along(a, axes.size());
            double tolerance = ON_END * axes.get(a).step();
            if (!(coordinate >= first(axes.get(a)) - tolerance && coordinate <= last(axes.get(a)) + tolerance)) {
                return false;
            }
        }
        return true;
    }

    private String corner(ToDoubleFunction<Axis> end) {
        double[] ends = axes.stream().mapToDouble(end).toArray();
        return new Position(ends[0], ends.length == 2 ? 0 : ends[1], ends[ends.length - 1]).describe(ends.length);
    }

    private double first(Axis axis) {
        return axis.origin() - margin * axis.step();
    }

    private double last(Axis axis) {
        return axis.at(axis.count() - 1) + margin * axis.step();
    }
}
