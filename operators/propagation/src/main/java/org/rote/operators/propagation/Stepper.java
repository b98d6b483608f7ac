package org.rote.operators.propagation;

import java.util.List;
import org.rote.operators.propagation.kernels.Increments;
import org.rote.operators.propagation.kernels.Kernels;
import org.rote.operators.propagation.kernels.LayerRows;
import org.rote.operators.propagation.kernels.Rows;
import org.rote.operators.propagation.kernels.Target;

/** One step of a wave on one tile, forward or transposed: as if there were no layers, and then what each layer adds where it is seen. */
final class Stepper {

    private final PaddedGrid grid;
    private final Kernels kernels;
    private final List<Layer> layers;
    private final Tiles tiles;
    private final Medium medium;
    private final Recursion recursion;
    private final Fields fields;
    private final Companion companion;

    /**
     * Prepares.
     *
     * @param space grid, kernels, layers and tiles
     * @param medium to step through
     * @param recursion of the layers
     * @param fields the wave
     * @param companion what to do with second differences
     */
    Stepper(SteppingSpace space, Medium medium, Recursion recursion, Fields fields, Companion companion) {
        this.grid = space.grid();
        this.kernels = space.kernels();
        this.layers = space.layers();
        this.tiles = space.tiles();
        this.medium = medium;
        this.recursion = recursion;
        this.fields = fields;
        this.companion = companion;
    }

    /**
     * Steps the part of a tile that lies in a box.
     *
     * @param parity which of the fields is now
     * @param tile number of the tile
     * @param box where the step works
     * @param kept second differences over the box, written or read
     */
    void step(int parity, int tile, Box box, Increments kept) {
        Box part = tiles.box(tile).and(box);
        for (int i2 = part.from2(); i2 < part.to2() && !part.isEmpty(); i2++) {
            for (int l = 0; l < layers.size(); l++) {
                relax(l, parity, part, i2);
            }
            float[] now = fields.now(parity);
            float[] next = fields.other(parity);
            Rows rows = rows(part, i2);
            Increments differences = kept.exist()
                    ? new Increments(kept.values(), kept.at() + box.offset(part.from1(), i2), box.length())
                    : kept;
            companion.before(kernels, now, rows, differences);
            Target target = new Target(next, medium.c(), rows, companion.keeps() ? differences : Increments.NONE);
            kernels.advance(now, target);
            for (int l = 0; l < layers.size(); l++) {
                add(l, now, part, i2, target);
            }
            companion.after(kernels, next, rows, differences);
        }
    }

    /** Writes the mirror image above a free surface, after all is added to a step. */
    void mirror(float[] next, int tile, Box box) {
        Box part = tiles.box(tile).and(box);
        if (!grid.freeSurface() || part.isEmpty() || part.from0() > 0) {
            return;
        }
        for (int i2 = part.from2(); i2 < part.to2(); i2++) {
            for (int i1 = part.from1(); i1 < part.to1(); i1++) {
                int surface = grid.row(i1, i2);
                for (int k = 1; k <= grid.radius(); k++) {
                    next[surface - k] = -next[surface + k];
                }
            }
        }
    }

    /**
     * Brings the memories of a layer, which lies in one tile across its axis, up to date as far as the rows of a plane see them: those of layers along axes 0 and 1 in this plane; those along axis 2 some planes ahead, r for each pass that is
     * still to come, so that everything is worked at while it is in the cache.
     */
    private void relax(int l, int parity, Box part, int i2) {
        Layer layer = layers.get(l);
        Box inside = part.and(layer.inside());
        for (int pass = 0; pass < recursion.passes() && !inside.isEmpty(); pass++) {
            int ahead = layer.axis() == 2 ? i2 + (recursion.passes() - pass) * LayerRows.RADIUS : i2;
            int from = Math.max(i2 == part.from2() ? i2 : ahead, inside.from2());
            int to = Math.min(ahead + 1, inside.to2());
            for (int plane = from; plane < to; plane++) {
                recursion.relax(pass, kernels, fields.now(parity), rows(inside, plane), memories(l, inside, plane));
            }
        }
    }

    private void add(int l, float[] now, Box part, int i2, Target target) {
        Box seen = part.and(layers.get(l).seen());
        if (!seen.isEmpty() && i2 >= seen.from2() && i2 < seen.to2()) {
            int row = seen.from1() - part.from1();
            int point = seen.from0() - part.from0();
            Target some = target.part(row, seen.to1() - seen.from1(), point, seen.length());
            recursion.add(kernels, now, some, memories(l, seen, i2));
        }
    }

    private Rows rows(Box box, int i2) {
        return new Rows(box.to1() - box.from1(), box.length(), grid.row(box.from1(), i2) + box.from0(), grid.stride(1));
    }

    private LayerRows memories(int l, Box box, int i2) {
        Layer layer = layers.get(l);
        int depth = layer.axis() == 0 ? box.from0() : layer.axis() == 1 ? box.from1() : i2;
        return new LayerRows(
                layer.axis(),
                medium.absorption().decay(l),
                medium.absorption().gain(l),
                depth,
                fields.first(l),
                fields.second(l),
                layer.memory(box.from0(), box.from1(), i2),
                layer.memoryRow());
    }
}
