package org.rote.plugins.sampler.closedform;

import org.rote.numerics.posterior.Iteration;
import org.rote.numerics.posterior.Solver;

class ExactMixtureContractTest extends ClosedFormContract {

    ExactMixtureContractTest() {
        super("exact-mixture", new MixtureConfig(Solver.DENSE, new Iteration(1e-12, 100, 20, 10)));
    }
}
