package org.rote.numerics.posterior;

import java.util.concurrent.atomic.DoubleAccumulator;
import org.rote.spi.AffineMapping;
import org.rote.spi.Covariance;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;
import org.rote.spi.Streams;

/** Chooses how one component is updated: in data space, in model space, or without a matrix. */
record UpdateRecipe(
        Solver solver,
        Iteration iteration,
        Mapping mapping,
        Covariance noise,
        Streams streams,
        DoubleAccumulator worstStandardError) {

    /** Side of the largest matrix that is factored without being asked to: 72 MB, some seconds. */
    private static final int LARGEST_MATRIX = 3000;

    private static final int LARGEST_ARRAY_SIDE = 46_340;

    boolean isIterative() {
        int smaller = Math.min(noise.size(), mapping.domain().size());
        return solver == Solver.ITERATIVE || (solver == Solver.AUTOMATIC && smaller > LARGEST_MATRIX);
    }

    /** The one update of an affine map for all components of one covariance. */
    GaussianUpdate forAffine(AffineMapping affine, Covariance prior, RunExecutor executor) {
        return update(Jacobian.of(affine), prior, executor);
    }

    /** The update at a point, for later: what it needs of J is kept if it fits, else found again at each use. */
    GaussianUpdate at(double[] point, Covariance prior) {
        if (mapping instanceof AffineMapping affine) {
            return forAffine(affine, prior, RunExecutor.SERIAL);
        }
        if (!fitsDense()) {
            return update(Jacobian.relinearizing(mapping, point), prior, RunExecutor.SERIAL);
        }
        try (Linearization linearization = mapping.linearize(point)) {
            return update(dense(linearization), prior, RunExecutor.SERIAL);
        }
    }

    /** The update at an open linearization, to be used while that is open unless it {@link #outlives} it. */
    GaussianUpdate within(Linearization linearization, Covariance prior) {
        if (mapping instanceof AffineMapping affine) {
            return forAffine(affine, prior, RunExecutor.SERIAL);
        }
        Jacobian jacobian = fitsDense() ? dense(linearization) : Jacobian.of(linearization);
        return update(jacobian, prior, RunExecutor.SERIAL);
    }

    /** Whether an update from {@link #within} may be used when its linearization is closed: it took J out as a matrix, or J is the same everywhere. */
    boolean outlives() {
        return mapping instanceof AffineMapping || fitsDense();
    }

    /** Doubles that an update which {@link #outlives} its linearization keeps. */
    long footprint() {
        long rows = noise.size();
        long columns = mapping.domain().size();
        long factor = isIterative() ? 0 : Math.min(rows, columns) * Math.min(rows, columns);
        return factor + (mapping instanceof AffineMapping ? 0 : rows * columns);
    }

    /** Fails early, and with advice, where a matrix does not fit an array. */
    void verify() {
        int smaller = Math.min(noise.size(), mapping.domain().size());
        if (!isIterative() && smaller > LARGEST_ARRAY_SIDE) {
            throw new NumericsException("solver: dense needs a matrix of " + smaller + " × " + smaller
                    + " numbers, more than one array can hold; use solver: iterative or automatic");
        }
    }

    private boolean fitsDense() {
        return !isIterative() && (long) noise.size() * mapping.domain().size() <= Jacobian.LARGEST_DENSE;
    }

    private DenseJacobian dense(Linearization linearization) {
        return DenseJacobian.of(linearization, noise.size(), mapping.domain().size());
    }

    private GaussianUpdate update(Jacobian jacobian, Covariance prior, RunExecutor executor) {
        if (isIterative()) {
            DataCovariance data = new IterativeDataCovariance(
                    jacobian, prior, noise, iteration, streams, worstStandardError::accumulate);
            return new DataSpaceUpdate(jacobian, prior, noise, data);
        }
        if (noise.size() <= prior.size()) {
            DataCovariance data = new DenseDataCovariance(jacobian, prior, noise, executor);
            return new DataSpaceUpdate(jacobian, prior, noise, data);
        }
        return new ModelSpaceUpdate(jacobian, prior, noise);
    }
}
