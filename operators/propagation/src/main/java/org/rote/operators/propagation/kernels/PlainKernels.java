package org.rote.operators.propagation.kernels;

import static org.rote.operators.propagation.kernels.PlainLoops.add;
import static org.rote.operators.propagation.kernels.PlainLoops.addDifference;
import static org.rote.operators.propagation.kernels.PlainLoops.addProduct;
import static org.rote.operators.propagation.kernels.PlainLoops.addSum;
import static org.rote.operators.propagation.kernels.PlainLoops.coarsen;
import static org.rote.operators.propagation.kernels.PlainLoops.multiply;
import static org.rote.operators.propagation.kernels.PlainLoops.step;

/**
 * The kernels in plain Java. Rows are copied to arrays of their own, shifted, because the compiler of JDK 17 makes vector instructions of a loop only where every array is read and written at the loop's own index. With two
 * copies and a loop for each pair of neighbours a shot takes 0.57 of the time that loops over all neighbours of a point take.
 */
final class PlainKernels implements Kernels {

    private static final ThreadLocal<PlainRows> ROWS = ThreadLocal.withInitial(PlainRows::new);

    private final Stencil stencil;

    PlainKernels(Stencil stencil) {
        this.stencil = stencil;
    }

    @Override
    public void advance(float[] u, Target target) {
        for (int row = 0;
                row < target.rows().count();
                row += PlainRows.atOnce(target.rows().length())) {
            Target some = some(target, row);
            Rows rows = some.rows();
            PlainRows plain = ROWS.get().of(rows);
            plain.take(u, rows.at(), rows.stride(), plain.left);
            plain.clear(plain.sum);
            add(plain.sum, plain.left, stencil.centre, plain.length());
            for (int axis = 0; axis < stencil.strides.length; axis++) {
                addPairs(plain, axis, stencil.second[axis], u, rows.at(), rows.stride(), plain.sum);
            }
            plain.take(some.c(), rows.at(), rows.stride(), plain.left);
            multiply(plain.sum, plain.left, plain.length());
            plain.take(u, rows.at(), rows.stride(), plain.left);
            plain.take(some.next(), rows.at(), rows.stride(), plain.right);
            step(plain.right, plain.left, plain.sum, plain.length());
            plain.put(plain.right, some.next(), rows.at(), rows.stride());
            if (some.kept().exist()) {
                plain.put(
                        plain.sum,
                        some.kept().values(),
                        some.kept().at(),
                        some.kept().stride());
            }
        }
    }

    @Override
    public void relaxFirst(float[] u, Rows all, LayerRows whole) {
        for (int row = 0; row < all.count(); row += PlainRows.atOnce(all.length())) {
            Rows rows = some(all, row);
            LayerRows layer = whole.from(row);
            PlainRows plain = ROWS.get().of(rows);
            plain.clear(plain.slope);
            addFirst(plain, layer.axis(), u, rows.at(), rows.stride(), plain.slope);
            relax(plain, layer, layer.first(), plain.slope);
        }
    }

    @Override
    public void relaxSecond(float[] u, Target target, LayerRows whole) {
        for (int row = 0;
                row < target.rows().count();
                row += PlainRows.atOnce(target.rows().length())) {
            Target some = some(target, row);
            Rows rows = some.rows();
            LayerRows layer = whole.from(row);
            PlainRows plain = ROWS.get().of(rows);
            plain.clear(plain.slope);
            addFirst(plain, layer.axis(), layer.first(), layer.at(), layer.stride(), plain.slope);
            plain.clear(plain.curvature);
            addSecond(plain, layer.axis(), u, rows.at(), rows.stride(), plain.curvature);
            add(plain.curvature, plain.slope, 1, plain.length());
            relax(plain, layer, layer.second(), plain.curvature);
            add(plain.slope, plain.memory, 1, plain.length());
            addIncrement(plain, some, plain.slope);
        }
    }

    @Override
    public void relax(float[] mu, Rows all, LayerRows whole) {
        for (int row = 0; row < all.count(); row += PlainRows.atOnce(all.length())) {
            Rows rows = some(all, row);
            LayerRows layer = whole.from(row);
            PlainRows plain = ROWS.get().of(rows);
            plain.take(mu, rows.at(), rows.stride(), plain.slope);
            relax(plain, layer, layer.first(), plain.slope);
        }
    }

    @Override
    public void relaxTransposed(float[] mu, Rows all, LayerRows whole) {
        for (int row = 0; row < all.count(); row += PlainRows.atOnce(all.length())) {
            Rows rows = some(all, row);
            LayerRows layer = whole.from(row);
            PlainRows plain = ROWS.get().of(rows);
            plain.clear(plain.curvature);
            addFirst(plain, layer.axis(), mu, rows.at(), rows.stride(), plain.curvature);
            addFirst(plain, layer.axis(), layer.first(), layer.at(), layer.stride(), plain.curvature);
            plain.clear(plain.slope);
            add(plain.slope, plain.curvature, -1, plain.length());
            relax(plain, layer, layer.second(), plain.slope);
        }
    }

    @Override
    public void addTransposed(Target target, LayerRows whole) {
        for (int row = 0;
                row < target.rows().count();
                row += PlainRows.atOnce(target.rows().length())) {
            Target some = some(target, row);
            LayerRows layer = whole.from(row);
            PlainRows plain = ROWS.get().of(some.rows());
            plain.clear(plain.slope);
            addFirst(plain, layer.axis(), layer.second(), layer.at(), layer.stride(), plain.slope);
            plain.clear(plain.curvature);
            addSecond(plain, layer.axis(), layer.first(), layer.at(), layer.stride(), plain.curvature);
            add(plain.curvature, plain.slope, -1, plain.length());
            addIncrement(plain, some, plain.curvature);
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
        for (int row = 0; row < all.count(); row += PlainRows.atOnce(all.length())) {
            Rows rows = some(all, row);
            PlainRows plain = ROWS.get().of(rows);
            plain.take(sum, rows.at(), rows.stride(), plain.sum);
            plain.take(factor, rows.at(), rows.stride(), plain.left);
            plain.take(kept.values(), kept.at() + row * kept.stride(), kept.stride(), plain.right);
            addProduct(plain.sum, plain.left, plain.right, plain.length());
            plain.put(plain.sum, sum, rows.at(), rows.stride());
        }
    }

    private static Rows some(Rows all, int row) {
        return all.part(row, Math.min(PlainRows.atOnce(all.length()), all.count() - row), 0, all.length());
    }

    private static Target some(Target all, int row) {
        Rows rows = some(all.rows(), row);
        return all.part(row, rows.count(), 0, rows.length());
    }

    /** next ← next + c x, and so what is kept. */
    private static void addIncrement(PlainRows plain, Target target, float[] x) {
        Rows rows = target.rows();
        plain.take(target.c(), rows.at(), rows.stride(), plain.left);
        multiply(x, plain.left, plain.length());
        plain.take(target.next(), rows.at(), rows.stride(), plain.right);
        add(plain.right, x, 1, plain.length());
        coarsen(plain.right, plain.length());
        plain.put(plain.right, target.next(), rows.at(), rows.stride());
        Increments kept = target.kept();
        if (kept.exist()) {
            plain.take(kept.values(), kept.at(), kept.stride(), plain.right);
            add(plain.right, x, 1, plain.length());
            plain.put(plain.right, kept.values(), kept.at(), kept.stride());
        }
    }

    private void addSecond(PlainRows plain, int axis, float[] u, int at, int stride, float[] sum) {
        float[] weights = stencil.layerSecond[axis];
        plain.take(u, at, stride, plain.left);
        add(sum, plain.left, weights[0], plain.length());
        addPairs(plain, axis, weights, u, at, stride, sum);
    }

    private void addPairs(PlainRows plain, int axis, float[] weights, float[] u, int at, int stride, float[] sum) {
        for (int k = 1; k < weights.length && weights[k] != 0; k++) {
            int far = k * stencil.strides[axis];
            plain.take(u, at - far, stride, plain.left);
            plain.take(u, at + far, stride, plain.right);
            addSum(sum, plain.left, plain.right, weights[k], plain.length());
        }
    }

    private void addFirst(PlainRows plain, int axis, float[] u, int at, int stride, float[] sum) {
        float[] weights = stencil.layerFirst[axis];
        for (int k = 1; k < weights.length; k++) {
            int far = k * stencil.strides[axis];
            plain.take(u, at - far, stride, plain.left);
            plain.take(u, at + far, stride, plain.right);
            addDifference(sum, plain.right, plain.left, weights[k], plain.length());
        }
    }

    /** memory ← b memory + a term. */
    private static void relax(PlainRows plain, LayerRows layer, float[] memory, float[] term) {
        plain.take(memory, layer.at(), layer.stride(), plain.memory);
        plain.takeProfile(layer.decay(), layer, plain.left);
        plain.takeProfile(layer.gain(), layer, plain.right);
        PlainLoops.relax(plain.memory, plain.left, plain.right, term, plain.length());
        plain.put(plain.memory, memory, layer.at(), layer.stride());
    }
}
