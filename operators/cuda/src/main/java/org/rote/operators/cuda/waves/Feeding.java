package org.rote.operators.cuda.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rote.operators.propagation.PaddedGrid;
import org.rote.operators.propagation.PointSet;
import org.rote.spi.NumericsException;

/** Points that feed the waves of a batch, by node: where several points feed one node, their order is that of the points. */
final class Feeding {

    /** Whole numbers in the structure {@code Fed}. */
    static final int WORDS = 8;

    /** As an array of Java can hold. */
    private static final int MOST_NODES = (Integer.MAX_VALUE - 8) / WORDS;

    /** From the end of an entry's last number to the end of the structure. */
    private static final int AFTER_END = 2;

    private final PaddedGrid grid;
    private final List<Part> parts = new ArrayList<>();

    Feeding(PaddedGrid grid) {
        this.grid = grid;
    }

    /** The points of a shot. */
    private record Part(int shot, PointSet set, float[] products) {

        /** Entries by node, and at a node as they come: the node and the number of the entry, in one number. */
        long[] order() {
            long[] order = new long[products.length];
            for (int e = 0; e < order.length; e++) {
                order[e] = (long) set.nodes()[e] << Integer.SIZE | e;
            }
            Arrays.sort(order);
            return order;
        }

        int[] pointOfEntry() {
            int[] points = new int[products.length];
            for (int point = 0; point < set.count(); point++) {
                Arrays.fill(points, set.starts()[point], set.starts()[point + 1], point);
            }
            return points;
        }
    }

    /**
     * Adds the points of a shot.
     *
     * @param shot its number in the batch
     * @param set the points
     * @param products c · weight of every entry
     */
    void add(int shot, PointSet set, float[] products) {
        parts.add(new Part(shot, set, products));
    }

    /** Brings it onto the card. */
    OnCard on(Allocations memory) {
        List<long[]> orders = parts.stream().map(Part::order).toList();
        int[] fed = new int[words(orders.stream().mapToLong(Feeding::nodes).sum())];
        int entries = parts.stream().mapToInt(part -> part.products().length).reduce(0, Math::addExact);
        float[] strengths = new float[entries];
        int[] points = new int[entries];
        int nodes = 0;
        int at = 0;
        int count = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            int[] pointOf = part.pointOfEntry();
            int last = -1;
            for (long pair : orders.get(p)) {
                int node = node(pair);
                int entry = (int) pair;
                if (node != last) {
                    begin(fed, WORDS * nodes++, part.shot(), node, at);
                    last = node;
                }
                strengths[at] = part.products()[entry];
                points[at++] = count + pointOf[entry];
                fed[WORDS * nodes - AFTER_END] = at;
            }
            count += part.set().count();
        }
        return new OnCard(nodes, count, memory.of(fed), memory.of(strengths), memory.of(points));
    }

    private static int node(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    /** Different ones among entries that are in order. */
    private static long nodes(long[] order) {
        long nodes = 0;
        int last = -1;
        for (long pair : order) {
            nodes += node(pair) == last ? 0 : 1;
            last = node(pair);
        }
        return nodes;
    }

    /**
     * Whole numbers of the structures of all nodes.
     *
     * @throws NumericsException where an array cannot hold them
     */
    static int words(long nodes) {
        if (nodes > MOST_NODES) {
            throw new NumericsException("the receivers of one shot lie among " + nodes
                    + " nodes of the grid, and a table on the card has room for " + MOST_NODES
                    + "\n  fix  take fewer receivers a shot, or place them on nodes of the grid, where each takes one");
        }
        return Math.toIntExact(WORDS * nodes);
    }

    private void begin(int[] fed, int word, int shot, int node, int entry) {
        fed[word] = shot;
        fed[word + 1] = node;
        for (int axis = 0; axis < 3; axis++) {
            fed[word + 2 + axis] = grid.coordinate(node, axis);
        }
        fed[word + 5] = entry;
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
    record OnCard(int nodes, int count, long fed, long strengths, long points) {

        /** No points. */
        static final OnCard NOTHING = new OnCard(0, 0, 0, 0, 0);
    }
}
