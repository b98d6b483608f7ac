package org.rote.plugins.sampler.closedform;

import org.rote.numerics.posterior.Iteration;
import org.rote.numerics.posterior.Solver;

/** Exact under the linear operators of the contract. */
class LinearizedMixtureContractTest extends ClosedFormContract {

    LinearizedMixtureContractTest() {
        super("linearized-mixture", new MixtureConfig(Solver.DENSE, new Iteration(1e-12, 100, 20, 10)));
    }
}
