package org.rote.engine.execution;

import org.rote.spi.RunExecutor;
import org.rote.testkit.ExecutorContract;

class TaskPoolContractTest extends ExecutorContract {

    private final Interrupt interrupt = new Interrupt();

    @Override
    protected RunExecutor executor(int threads) {
        return new TaskPool(threads, interrupt);
    }

    @Override
    protected void interrupt(RunExecutor executor, Thread caller) {
        interrupt.request();
    }
}
