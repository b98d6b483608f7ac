package org.rote.operators.propagation.kernels;

import static org.rote.operators.propagation.kernels.PlainLoops.addProduct;
import static org.rote.operators.propagation.kernels.PlainLoops.increase;
import static org.rote.operators.propagation.kernels.PlainLoops.multiply;
import static org.rote.operators.propagation.kernels.PlainLoops.step;

/**
 * The kernels in plain Java: some rows at a time, the neighbours of all their points copied to where these points are, and two pairs of them added at a time. {@link PlainLoops} says why.
 */
final class PlainKernels implements Kernels {

    private static final ThreadLocal<PlainRows> ROWS = ThreadLocal.withInitial(PlainRows::new);

    private final Stencil stencil;

    PlainKernels(Stencil stencil) {
        this.stencil = stencil;
    }

    @Override
    public void advance(float[] u, Target target) {
        Rows all = target.rows();
        PlainRows plain = ROWS.get().of(all.length(), all.stride(), 2 * stencil.radius);
        for (int row = 0; row < all.count(); row += plain.atOnce()) {
            Target some = some(target, row, plain);
            Rows rows = some.rows();
            look(plain, 0, u, rows.at(), rows.stride(), stencil.radius);
            plain.second(stencil.centre, stencil.second[0]);
            for (int axis = 1; axis < stencil.strides.length; axis++) {
                look(plain, axis, u, rows.at(), rows.stride(), stencil.radius);
                plain.addSecond(stencil.second[axis], 1);
            }
            plain.take(some.c(), rows.at(), rows.stride(), plain.left);
            plain.take(some.next(), rows.at(), rows.stride(), plain.right);
            step(plain.right, plain.now, plain.left, plain.sum, plain.points());
            plain.put(plain.right, some.next(), rows.at(), rows.stride());
            Increments kept = some.kept();
            if (kept.exist()) {
                multiply(plain.sum, plain.left, plain.points());
                plain.put(plain.sum, kept.values(), kept.at(), kept.stride());
            }
        }
    }

    @Override
    public void relaxFirst(float[] u, Rows all, LayerRows whole) {
        PlainRows plain = laidOut(all, whole);
        for (int row = 0; row < all.count(); row += plain.atOnce()) {
            Rows rows = some(all, row, plain);
            LayerRows layer = whole.from(row);
            plain.clear(plain.slope);
            addFirst(plain, layer.axis(), u, rows.at(), rows.stride(), 1, plain.slope);
            relax(plain, layer, layer.first(), plain.slope);
        }
    }

    @Override
    public void relaxSecond(float[] u, Target target, LayerRows whole) {
        PlainRows plain = laidOut(target.rows(), whole);
        for (int row = 0; row < target.rows().count(); row += plain.atOnce()) {
            Target some = some(target, row, plain);
            Rows rows = some.rows();
            LayerRows layer = whole.from(row);
            plain.clear(plain.slope);
            addFirst(plain, layer.axis(), layer.first(), layer.at(), layer.stride(), 1, plain.slope);
            second(plain, layer.axis(), u, rows.at(), rows.stride());
            takeMemory(plain, layer, layer.second());
            PlainLoops.relax(plain.memory, plain.left, plain.right, plain.sum, plain.slope, plain.points());
            plain.put(plain.memory, layer.second(), layer.at(), layer.stride());
            addIncrement(plain, some, plain.slope, plain.memory);
        }
    }

    @Override
    public void relax(float[] mu, Rows all, LayerRows whole) {
        PlainRows plain = laidOut(all, whole);
        for (int row = 0; row < all.count(); row += plain.atOnce()) {
            Rows rows = some(all, row, plain);
            LayerRows layer = whole.from(row);
            plain.take(mu, rows.at(), rows.stride(), plain.slope);
            relax(plain, layer, layer.first(), plain.slope);
        }
    }

    @Override
    public void relaxTransposed(float[] mu, Rows all, LayerRows whole) {
        PlainRows plain = laidOut(all, whole);
        for (int row = 0; row < all.count(); row += plain.atOnce()) {
            Rows rows = some(all, row, plain);
            LayerRows layer = whole.from(row);
            plain.clear(plain.sum);
            addFirst(plain, layer.axis(), mu, rows.at(), rows.stride(), -1, plain.sum);
            addFirst(plain, layer.axis(), layer.first(), layer.at(), layer.stride(), -1, plain.sum);
            relax(plain, layer, layer.second(), plain.sum);
        }
    }

    @Override
    public void addTransposed(Target target, LayerRows whole) {
        PlainRows plain = laidOut(target.rows(), whole);
        for (int row = 0; row < target.rows().count(); row += plain.atOnce()) {
            Target some = some(target, row, plain);
            LayerRows layer = whole.from(row);
            second(plain, layer.axis(), layer.first(), layer.at(), layer.stride());
            plain.clear(plain.slope);
            addFirst(plain, layer.axis(), layer.second(), layer.at(), layer.stride(), -1, plain.slope);
            addIncrement(plain, some, plain.sum, plain.slope);
        }
    }

    @Override
    public void correlate(float[] gradient, float[] mu, Rows rows, Increments kept) {
        addKept(gradient, mu, rows, kept);
    }

    @Override
    public void scatter(float[] next, float[] scale, Rows rows, Increments kept) {
        addKept(next, scale, rows, kept);
    }

    private static void addKept(float[] sum, float[] factor, Rows all, Increments kept) {
        PlainRows plain = ROWS.get().of(all.length(), all.stride(), 0);
        for (int row = 0; row < all.count(); row += plain.atOnce()) {
            Rows rows = some(all, row, plain);
            plain.take(sum, rows.at(), rows.stride(), plain.sum);
            plain.take(factor, rows.at(), rows.stride(), plain.left);
            plain.take(kept.values(), kept.at() + row * kept.stride(), kept.stride(), plain.right);
            addProduct(plain.sum, plain.left, plain.right, plain.points());
            plain.put(plain.sum, sum, rows.at(), rows.stride());
        }
    }

    /** As rows of a layer are worked at: as the memories lie, which have room for neighbours between their rows. */
    private static PlainRows laidOut(Rows rows, LayerRows layer) {
        return ROWS.get().of(rows.length(), layer.stride(), layer.axis() == 0 ? 2 * LayerRows.RADIUS : 0);
    }

    private static Rows some(Rows all, int row, PlainRows plain) {
        Rows some = all.part(row, Math.min(plain.atOnce(), all.count() - row), 0, all.length());
        plain.room(some.count());
        return some;
    }

    private static Target some(Target all, int row, PlainRows plain) {
        return all.part(row, some(all.rows(), row, plain).count(), 0, all.rows().length());
    }

    private void look(PlainRows plain, int axis, float[] u, int at, int stride, int reach) {
        plain.look(u, at, stride, axis, stencil.strides[axis], reach);
    }

    /** to ← to + sign D₁u along an axis of a layer. */
    private void addFirst(PlainRows plain, int axis, float[] u, int at, int stride, float sign, float[] to) {
        look(plain, axis, u, at, stride, Stencil.LAYER_RADIUS_OF_FIRST);
        plain.addFirst(stencil.layerFirst[axis], sign, to);
    }

    /** sum ← D₂u along an axis of a layer. */
    private void second(PlainRows plain, int axis, float[] u, int at, int stride) {
        float[] weights = stencil.layerSecond[axis];
        look(plain, axis, u, at, stride, Math.min(stencil.radius, LayerRows.RADIUS));
        plain.second(weights[0], weights);
    }

    /** memory ← b memory + a term. */
    private static void relax(PlainRows plain, LayerRows layer, float[] memory, float[] term) {
        takeMemory(plain, layer, memory);
        PlainLoops.relax(plain.memory, plain.left, plain.right, term, plain.points());
        plain.put(plain.memory, memory, layer.at(), layer.stride());
    }

    /** A memory, b and a to memory, left and right. */
    private static void takeMemory(PlainRows plain, LayerRows layer, float[] memory) {
        plain.take(memory, layer.at(), layer.stride(), plain.memory);
        plain.takeProfile(layer.decay(), layer, plain.left);
        plain.takeProfile(layer.gain(), layer, plain.right);
    }

    /** next ← next + c (one + other), and so what is kept. */
    private static void addIncrement(PlainRows plain, Target target, float[] one, float[] other) {
        Rows rows = target.rows();
        plain.take(target.c(), rows.at(), rows.stride(), plain.left);
        plain.take(target.next(), rows.at(), rows.stride(), plain.right);
        increase(plain.right, plain.left, one, other, plain.points());
        plain.put(plain.right, target.next(), rows.at(), rows.stride());
        Increments kept = target.kept();
        if (kept.exist()) {
            plain.take(kept.values(), kept.at(), kept.stride(), plain.right);
            addProduct(plain.right, plain.left, one, other, plain.points());
            plain.put(plain.right, kept.values(), kept.at(), kept.stride());
        }
    }
}
