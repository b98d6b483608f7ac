package org.rote.engine.execution;

import org.rote.spi.RunExecutor;
import org.rote.testkit.ExecutorContract;

class TaskPoolContractTest extends ExecutorContract {

    @Override
    protected RunExecutor executor(int threads) {
        return new TaskPool(threads, new Interrupt());
    }
}
