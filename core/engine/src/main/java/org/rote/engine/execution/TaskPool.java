package org.rote.engine.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.rote.spi.Gate;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;

/**
 * Runs tasks on the calling thread and on helpers that are free.
 *
 * <p>Whoever calls {@link #forEach} works on it himself until every task is taken, so a call from within a task never waits for a thread that will not come.
 * Free helpers join the call made last: a case under way is finished before another is begun where its own work fills the machine, and several cases run side
 * by side where it does not. Someone who waits for the last tasks of his call helps with calls made from within them, and someone who waits at a {@link Gate}
 * with calls made by those who passed it; with nothing else, so that no case is held up by a stranger.
 *
 * <p>Tasks are taken in order. Once one fails no more are taken, and as all before it were, the failure of lowest number is the one that a single thread would
 * meet. It carries, suppressed, the number of its task and the name of the caller's thread.
 *
 * <p>Threads: {@code parallelism − 1} helpers, daemons, named after the work that they help with; ended by {@link #close}.
 */
public final class TaskPool implements RunExecutor, AutoCloseable {

    private final int parallelism;
    private final Interrupt interrupt;
    private final List<Thread> helpers = new ArrayList<>();
    private final ThreadLocal<Optional<Call>> current = ThreadLocal.withInitial(Optional::empty);
    private final ThreadLocal<Optional<Gate>> passed = ThreadLocal.withInitial(Optional::empty);
    // Guards what follows, and what changes in every call.
    private final Object lock = new Object();
    private final Deque<Call> open = new ArrayDeque<>();
    private boolean closed;

    /**
     * Starts the helpers.
     *
     * @param parallelism how many tasks may run at once, the caller's own included; at least 1
     * @param interrupt stops all calls when requested; an interrupted thread requests it
     */
    public TaskPool(int parallelism, Interrupt interrupt) {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism must be at least 1, got " + parallelism);
        }
        this.parallelism = parallelism;
        this.interrupt = interrupt;
        for (int i = 1; i < parallelism; i++) {
            Thread helper = new Thread(this::help, "rote-helper-" + i);
            helper.setDaemon(true);
            helpers.add(helper);
        }
        helpers.forEach(Thread::start);
    }

    @Override
    public int parallelism() {
        return parallelism;
    }

    @Override
    public void forEach(int tasks, IntConsumer task) {
        interrupt.check();
        Call call = new Call(
                tasks, task, current.get(), passed.get(), Thread.currentThread().getName());
        boolean shared = tasks > 1 && parallelism > 1;
        if (shared) {
            synchronized (lock) {
                open.push(call);
                lock.notifyAll();
            }
        }
        work(call);
        if (shared) {
            waitFor(call);
        }
        call.conclude();
    }

    @Override
    public Gate gate(int places) {
        return new SharedGate(places);
    }

    private void work(Call call) {
        Optional<Call> outer = current.get();
        current.set(Optional.of(call));
        try {
            for (int i = take(call); i >= 0; i = take(call)) {
                try {
                    call.task.accept(i);
                } catch (RuntimeException | Error failure) {
                    fail(call, i, failure);
                }
            }
        } finally {
            current.set(outer);
        }
    }

    private int take(Call call) {
        if (Thread.currentThread().isInterrupted()) {
            interrupt.request();
        }
        synchronized (lock) {
            if (call.hasNoMore()) {
                return -1;
            }
            if (interrupt.requested()) {
                call.interrupted = true;
                return -1;
            }
            return call.next++;
        }
    }

    private void fail(Call call, int index, Throwable failure) {
        if (!(failure instanceof RunInterruptedException)) {
            failure.addSuppressed(new AtTask(index, call));
        }
        synchronized (lock) {
            if (call.failure.isEmpty() || index < call.failedIndex) {
                call.failedIndex = index;
                call.failure = Optional.of(failure);
            }
        }
    }

    private void waitFor(Call call) {
        boolean awaitsOthers = true;
        while (awaitsOthers) {
            Optional<Call> inner = joinWithin(call);
            inner.ifPresent(this::workAndLeave);
            awaitsOthers = inner.isPresent();
        }
    }

    /** Waits until a call made from within this one wants help, or, with an empty result, until all tasks of this one are done. */
    private Optional<Call> joinWithin(Call call) {
        synchronized (lock) {
            open.remove(call);
            while (call.helping > 0) {
                Optional<Call> inner = join(other -> other.isWithin(call));
                if (inner.isPresent()) {
                    return inner;
                }
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    // The tasks must end before this method may return, so they are asked to; the thread is told
                    // afterwards.
                    interrupt.request();
                    call.threadInterrupted = true;
                }
            }
            return Optional.empty();
        }
    }

    /** Waits until there is room, with an empty result, or until a call made by those who passed wants help. */
    private Optional<Call> enterOrJoin(SharedGate gate) {
        synchronized (lock) {
            while (gate.places == 0) {
                if (interrupt.requested()) {
                    throw new RunInterruptedException();
                }
                Optional<Call> call = join(other -> other.isBehind(gate));
                if (call.isPresent()) {
                    return call;
                }
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    interrupt.request();
                    Thread.currentThread().interrupt();
                }
            }
            gate.places--;
            return Optional.empty();
        }
    }

    private void leave(SharedGate gate) {
        synchronized (lock) {
            gate.places++;
            lock.notifyAll();
        }
    }

    private void help() {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        for (Optional<Call> call = joinAny(); call.isPresent(); call = joinAny()) {
            thread.setName(name + " for " + call.get().label);
            workAndLeave(call.get());
            thread.setName(name);
        }
    }

    /** Waits for a call to help with; empty once the pool is closed. */
    private Optional<Call> joinAny() {
        synchronized (lock) {
            while (!closed) {
                Optional<Call> call = join(any -> true);
                if (call.isPresent()) {
                    return call;
                }
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    interrupt.request();
                }
            }
            return Optional.empty();
        }
    }

    private Optional<Call> join(Predicate<Call> wanted) {
        Optional<Call> newest =
                open.stream().filter(call -> !call.hasNoMore()).filter(wanted).findFirst();
        newest.ifPresent(call -> call.helping++);
        return newest;
    }

    private void workAndLeave(Call call) {
        work(call);
        synchronized (lock) {
            call.helping--;
            lock.notifyAll();
        }
    }

    /** Waits for the helpers to end; calls that are under way are finished first. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever waits helps those who are through. */
    private final class SharedGate implements Gate {

        private int places;

        SharedGate(int places) {
            this.places = places;
        }

        @Override
        public void pass(Runnable work) {
            enter();
            Optional<Gate> outer = passed.get();
            passed.set(Optional.of(this));
            try {
                work.run();
            } finally {
                passed.set(outer);
                leave(this);
            }
        }

        private void enter() {
            boolean outside = true;
            while (outside) {
                Optional<Call> call = enterOrJoin(this);
                call.ifPresent(TaskPool.this::workAndLeave);
                outside = call.isPresent();
            }
        }
    }

    /** One call of {@link #forEach}. */
    private static final class Call {
        private final int tasks;
        private final IntConsumer task;
        private final Optional<Call> outer;
        private final Optional<Gate> passed;
        private final String label;
        private int next;
        private int helping;
        private int failedIndex;
        private Optional<Throwable> failure = Optional.empty();
        private boolean interrupted;
        private boolean threadInterrupted;

        Call(int tasks, IntConsumer task, Optional<Call> outer, Optional<Gate> passed, String label) {
            this.tasks = tasks;
            this.task = task;
            this.outer = outer;
            this.passed = passed;
            this.label = label;
        }

        boolean hasNoMore() {
            return next >= tasks || failure.isPresent() || interrupted;
        }

        boolean isWithin(Call other) {
            return outer.isPresent() && (outer.get() == other || outer.get().isWithin(other));
        }

        /** Whether it was made, directly or from within tasks, by someone who passed a gate. */
        boolean isBehind(Gate gate) {
            return passed.equals(Optional.of(gate))
                    || (outer.isPresent() && outer.get().isBehind(gate));
        }

        void conclude() {
            if (threadInterrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure.isPresent()) {
                if (failure.get() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure.get();
            }
            if (interrupted) {
                throw new RunInterruptedException();
            }
        }
    }

    /** Names the task in the stack trace of its failure. */
    private static final class AtTask extends Exception {
        AtTask(int index, Call call) {
            super("in task " + index + " of " + call.tasks + ", called by " + call.label, null, false, false);
        }
    }
}
