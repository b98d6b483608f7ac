package org.rote.operators.cuda.waves;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rote.operators.propagation.PaddedGrid;
import org.rote.operators.propagation.PointSet;

/** Points that feed the waves of a batch, by node: where several points feed one node, their order is that of the points. */
final class Feeding {

    /** Whole numbers in the structure {@code Fed}. */
    static final int WORDS = 8;

    private final PaddedGrid grid;
    private final List<Integer> fed = new ArrayList<>();
    private final List<Float> strengths = new ArrayList<>();
    private final List<Integer> points = new ArrayList<>();
    private int count;

    Feeding(PaddedGrid grid) {
        this.grid = grid;
    }

    /**
     * Adds the points of a shot.
     *
     * @param shot its number in the batch
     * @param set the points
     * @param products c · weight of every entry
     */
    void add(int shot, PointSet set, float[] products) {
        Map<Integer, List<Integer>> entries = new LinkedHashMap<>();
        int[] pointOf = new int[set.nodes().length];
        for (int point = 0; point < set.count(); point++) {
            for (int e = set.starts()[point]; e < set.starts()[point + 1]; e++) {
                pointOf[e] = point;
                entries.computeIfAbsent(set.nodes()[e], node -> new ArrayList<>())
                        .add(e);
            }
        }
        entries.forEach((node, list) -> {
            fed.add(shot);
            fed.add(node);
            for (int axis = 0; axis < 3; axis++) {
                fed.add(grid.coordinate(node, axis));
            }
            fed.add(strengths.size());
            fed.add(strengths.size() + list.size());
            fed.add(0);
            for (int e : list) {
                strengths.add(products[e]);
                points.add(count + pointOf[e]);
            }
        });
        count += set.count();
    }

    /** Points of all shots. */
    int count() {
        return count;
    }

    /** Brings it onto the card. */
    OnCard on(Allocations memory) {
        float[] values = new float[strengths.size()];
        for (int e = 0; e < values.length; e++) {
            values[e] = strengths.get(e);
        }
        return new OnCard(
                fed.size() / WORDS, count, memory.of(whole(fed)), memory.of(values), memory.of(whole(points)));
    }

    private static int[] whole(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The same on a card.
     *
     * @param nodes that are fed
     * @param count of the points
     * @param fed address of the structures
     * @param strengths address of c · weight of every entry
     * @param points address of the point of every entry
     */
    record OnCard(int nodes, int count, long fed, long strengths, long points) {}
}
