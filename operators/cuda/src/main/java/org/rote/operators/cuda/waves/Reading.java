package org.rote.operators.cuda.waves;

import java.util.ArrayList;
import java.util.List;
import org.rote.operators.propagation.PointSet;

/** Points that read the waves of a batch, those of its first shot first. */
final class Reading {

    /** Whole numbers in the structure {@code Reader}. */
    private static final int WORDS = 4;

    private final List<PointSet> sets = new ArrayList<>();

    /** Adds the points of the next shot. */
    void add(PointSet set) {
        sets.add(set);
    }

    /** Brings it onto the card. */
    OnCard on(Allocations memory) {
        int count = sets.stream().mapToInt(PointSet::count).sum();
        int entries = sets.stream().mapToInt(set -> set.nodes().length).sum();
        int[] readers = new int[count * WORDS];
        int[] nodes = new int[entries];
        float[] weights = new float[entries];
        int at = 0;
        int entry = 0;
        for (int shot = 0; shot < sets.size(); shot++) {
            PointSet set = sets.get(shot);
            for (int point = 0; point < set.count(); point++, at += WORDS) {
                readers[at] = shot;
                readers[at + 1] = entry + set.starts()[point];
                readers[at + 2] = entry + set.starts()[point + 1];
            }
            System.arraycopy(set.nodes(), 0, nodes, entry, set.nodes().length);
            System.arraycopy(set.weights(), 0, weights, entry, set.weights().length);
            entry += set.nodes().length;
        }
        return new OnCard(count, memory.of(readers), memory.of(nodes), memory.of(weights));
    }

    /**
     * The same on a card.
     *
     * @param count of the points
     * @param readers address of the structures
     * @param nodes address of the nodes of all entries
     * @param weights address of their weights
     */
    record OnCard(int count, long readers, long nodes, long weights) {}
}
