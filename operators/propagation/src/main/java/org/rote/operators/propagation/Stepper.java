package org.rote.operators.propagation;

import java.util.List;
import org.rote.operators.propagation.kernels.Kernels;

/** One step of a wave on one tile, forward or transposed. Immutable; the fields are the caller's. */
final class Stepper {

    private final PaddedGrid grid;
    private final Kernels kernels;
    private final List<Layer> slow;
    private final List<Layer> along;
    private final List<Layer> layers;
    private final Tiles tiles;
    private final Medium medium;
    private final Recursion recursion;

    /**
     * Prepares.
     *
     * @param space grid, kernels, layers and tiles
     * @param medium to step through
     * @param recursion of the layers
     */
    Stepper(SteppingSpace space, Medium medium, Recursion recursion) {
        this.grid = space.grid();
        this.kernels = space.kernels();
        this.layers = space.layers();
        this.slow = layers.stream().filter(layer -> layer.axis() > 0).toList();
        this.along = layers.stream().filter(layer -> layer.axis() == 0).toList();
        this.tiles = space.tiles();
        this.medium = medium;
        this.recursion = recursion;
    }

    /**
     * Steps the part of a tile that lies in a box.
     *
     * @param fields the wave
     * @param parity which of its fields is now
     * @param tile number of the tile
     * @param box where the step works
     * @param keeps whether to keep second differences
     * @param companion what to do with the second differences of another wave
     * @param kept second differences over the box, written or read; not looked at where neither is asked for
     * @param keptFrom where the box begins in it
     */
    void step(
            Fields fields,
            int parity,
            int tile,
            Box box,
            boolean keeps,
            Companion companion,
            float[] kept,
            int keptFrom) {
        Box part = tiles.box(tile).and(box);
        if (part.isEmpty()) {
            return;
        }
        for (int i2 = part.from2(); i2 < part.to2(); i2++) {
            for (int l = 0; l < slow.size(); l++) {
                relax(l, fields, parity, part, i2);
            }
            for (int i1 = part.from1(); i1 < part.to1(); i1++) {
                row(fields, parity, tile, part, box, i1, i2, keeps, companion, kept, keptFrom);
            }
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
     * Brings the memories of a slow layer, which lies in one tile across its axis, up to date as far as the rows of a plane see them: those of layers along axis 1 in this plane; those along axis 2 some planes ahead, r for each
     * pass that is still to come, so that everything is worked at while it is in the cache.
     */
    private void relax(int l, Fields fields, int parity, Box part, int i2) {
        Layer layer = slow.get(l);
        for (int pass = 0; pass < recursion.passes(); pass++) {
            if (layer.axis() == 1) {
                int from = Math.max(part.from1(), layer.from());
                int to = Math.min(part.to1(), layer.to());
                relaxRows(l, pass, fields, parity, part, from, to, i2);
                continue;
            }
            int ahead = i2 + (recursion.passes() - pass) * grid.radius();
            int from = Math.max(i2 == part.from2() ? i2 : ahead, layer.from());
            int to = Math.min(Math.min(part.to2(), ahead + 1), layer.to());
            for (int plane = from; plane < to; plane++) {
                relaxRows(l, pass, fields, parity, part, part.from1(), part.to1(), plane);
            }
        }
    }

    private void relaxRows(int l, int pass, Fields fields, int parity, Box part, int from1, int to1, int i2) {
        Layer layer = slow.get(l);
        for (int i1 = from1; i1 < to1; i1++) {
            int row = grid.row(i1, i2);
            recursion.relax(
                    pass,
                    kernels,
                    layer.axis(),
                    fields.now(parity),
                    row + part.from0(),
                    row + part.to0(),
                    medium.absorption().decay(l),
                    medium.absorption().gain(l),
                    layer.axis() == 1 ? i1 : i2,
                    fields.first(l),
                    fields.second(l),
                    layer.memory(part.from0(), i1, i2));
        }
    }

    private void row(
            Fields fields,
            int parity,
            int tile,
            Box part,
            Box box,
            int i1,
            int i2,
            boolean keeps,
            Companion companion,
            float[] kept,
            int keptFrom) {
        int row = grid.row(i1, i2);
        int from = row + part.from0();
        int to = row + part.to0();
        int keptAt = keptFrom + box.offset(i1, i2);
        companion.before(kernels, fields.now(parity), from, to, kept, keptAt);
        if (innerFrom(part) > innerTo(part) || seen(i1, i2)) {
            layered(fields, parity, tile, i1, i2, part.from0(), part.to0(), keeps, kept, keptAt);
        } else {
            int inner = innerFrom(part);
            int end = innerTo(part);
            layered(fields, parity, tile, i1, i2, part.from0(), inner, keeps, kept, keptAt);
            plain(fields, parity, row + inner, row + end, keeps, kept, keptAt + inner - part.from0());
            layered(fields, parity, tile, i1, i2, end, part.to0(), keeps, kept, keptAt + end - part.from0());
        }
        companion.after(kernels, fields.other(parity), from, to, kept, keptAt);
    }

    /** Where a row no longer sees the layer above. */
    private int innerFrom(Box part) {
        return grid.freeSurface() || part.from0() > 0
                ? part.from0()
                : along.get(0).seenTo();
    }

    /** Where it begins to see the layer below. */
    private int innerTo(Box part) {
        return part.to0() < grid.length()
                ? part.to0()
                : along.get(along.size() - 1).seenFrom();
    }

    private boolean seen(int i1, int i2) {
        for (Layer layer : slow) {
            if (layer.isSeenFrom(layer.axis() == 1 ? i1 : i2)) {
                return true;
            }
        }
        return false;
    }

    private void plain(Fields fields, int parity, int from, int to, boolean keeps, float[] kept, int keptAt) {
        if (keeps) {
            kernels.advanceKeeping(fields.now(parity), fields.other(parity), medium.c(), from, to, kept, keptAt);
        } else {
            kernels.advance(fields.now(parity), fields.other(parity), medium.c(), from, to);
        }
    }

    /** A run of a row that sees layers. */
    private void layered(
            Fields fields,
            int parity,
            int tile,
            int i1,
            int i2,
            int from0,
            int to0,
            boolean keeps,
            float[] kept,
            int keptAt) {
        if (to0 <= from0) {
            return;
        }
        float[] u = fields.now(parity);
        float[] sum = fields.sum(tile);
        int row = grid.row(i1, i2);
        int from = row + from0;
        int to = row + to0;
        kernels.laplacian(u, from, to, sum, 0);
        for (int l = 0; l < slow.size(); l++) {
            across(l, fields, u, i1, i2, from0, to0, sum);
        }
        for (int l = slow.size(); l < layers.size(); l++) {
            along(l, fields, u, i1, i2, from0, to0, sum);
        }
        if (keeps) {
            kernels.updateKeeping(u, fields.other(parity), medium.c(), from, to, sum, 0, kept, keptAt);
        } else {
            kernels.update(u, fields.other(parity), medium.c(), from, to, sum, 0);
        }
    }

    /** What a slow layer adds to a row. */
    private void across(int l, Fields fields, float[] u, int i1, int i2, int from0, int to0, float[] sum) {
        Layer layer = layers.get(l);
        int axis = layer.axis();
        int place = axis == 1 ? i1 : i2;
        if (!layer.isSeenFrom(place)) {
            return;
        }
        int memory = layer.memory(from0, i1, i2);
        if (layer.holds(place)) {
            int row = grid.row(i1, i2);
            recursion.add(
                    kernels,
                    axis,
                    u,
                    row + from0,
                    row + to0,
                    medium.absorption().decay(l),
                    medium.absorption().gain(l),
                    place,
                    fields.first(l),
                    fields.second(l),
                    memory,
                    sum,
                    0);
        } else {
            recursion.addBeyond(kernels, axis, fields.first(l), fields.second(l), memory, to0 - from0, sum, 0);
        }
    }

    /** What a layer above or below does within a row. Beyond it its coefficients are 0, and so stay its memories. */
    private void along(int l, Fields fields, float[] u, int i1, int i2, int from0, int to0, float[] sum) {
        Layer layer = layers.get(l);
        if (from0 > layer.seenFrom() || to0 < layer.seenTo()) {
            return;
        }
        int row = grid.row(i1, i2);
        float[] b = medium.absorption().decay(l);
        float[] a = medium.absorption().gain(l);
        for (int pass = 0; pass < recursion.passes(); pass++) {
            recursion.relax(
                    pass,
                    kernels,
                    0,
                    u,
                    row + layer.seenFrom(),
                    row + layer.seenTo(),
                    b,
                    a,
                    layer.seenFrom(),
                    fields.first(l),
                    fields.second(l),
                    layer.memory(layer.seenFrom(), i1, i2));
        }
        recursion.add(
                kernels,
                0,
                u,
                row + layer.seenFrom(),
                row + layer.seenTo(),
                b,
                a,
                layer.seenFrom(),
                fields.first(l),
                fields.second(l),
                layer.memory(layer.seenFrom(), i1, i2),
                sum,
                layer.seenFrom() - from0);
    }
}
