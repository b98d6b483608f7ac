package org.rote.plugins.sampler.diffusion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.rote.numerics.NoiseLevels;
import org.rote.numerics.ReverseProcess;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.Distribution;
import org.rote.spi.Draws;
import org.rote.spi.NumericsException;
import org.rote.spi.SamplerContext;

/**
 * A reverse process run for one batch of chains after another, one step a call. Chain c draws its start from the stream {@code start}, c, and the noise of its k-th step from {@code noise-k}, c, so its
 * bits depend neither on threads nor on which chains run beside it, if those of the score do not.
 */
final class DiffusionChain implements Chain {

    /** Chains after which it is no accident that none came through. */
    private static final int ENOUGH = 128;

    private static final String READY = "ready-";

    private final Recipe recipe;
    private final SamplerContext context;
    private final ReverseProcess process;
    private final NoiseLevels levels;
    private final MisfitPaths paths;
    private Optional<Batch> batch = Optional.empty();
    private Ready ready;
    /** The step to do next in the batch, t. */
    private int step;

    private long started;
    private long succeeded;

    /**
     * What runs.
     *
     * @param process process coordinates, score and levels
     * @param kind with or without fresh noise
     * @param guidance what pulls the states
     * @param pull the likelihood
     * @param membership names the part of each draw
     * @param solution the posterior in closed form
     * @param chains chains of a batch
     */
    record Recipe(
            ReverseProcess process,
            Reversal kind,
            Guidance guidance,
            Pull pull,
            Optional<Membership> membership,
            Optional<Distribution> solution,
            int chains) {}

    DiffusionChain(Recipe recipe, SamplerContext context) {
        this.recipe = recipe;
        this.context = context;
        this.process = recipe.process();
        this.levels = process.levels();
        this.ready = Ready.none(size());
        int first = (int) Math.min(recipe.chains(), context.draws());
        this.paths = new MisfitPaths(levels, recipe.guidance(), first);
        context.resumeFrom().map(Snapshot::new).ifPresent(this::restore);
    }

    @Override
    public Optional<Draws> advance(int limit) {
        if (ready.count() == 0 && batch.isEmpty() && started >= context.draws()) {
            return Optional.empty();
        }
        if (ready.count() == 0) {
            work();
        }
        Draws draws = ready.first(limit);
        ready = ready.without(draws.count());
        return Optional.of(draws);
    }

    private void work() {
        Batch current = batch.orElseGet(this::begin);
        batch = Optional.of(current);
        context.progress().report(progress(current), levels.steps() - 1 - step, levels.steps());
        stepBack(current);
        current.bury(levels.steps(), context);
        paths.record(step, current);
        step--;
        if (step < 0 || current.running() == 0) {
            finish(current);
        }
    }

    private String progress(Batch current) {
        long batches = (context.draws() + recipe.chains() - 1) / recipe.chains();
        String which = batches == 1 ? "" : ", batch " + (current.first / recipe.chains() + 1) + " of " + batches;
        return "reverse diffusion of " + current.count + " chains" + which;
    }

    /** States of the last level: N(0, (α² + σ²) I), as a prior that is one wide would have. */
    private Batch begin() {
        int count = (int) Math.min(recipe.chains(), context.draws() - started);
        Batch fresh = new Batch(started, count, size());
        started += count;
        step = levels.steps() - 1;
        double width = Math.hypot(levels.alpha(step), levels.sigma(step));
        fill(fresh, "start", width, fresh.states);
        return fresh;
    }

    private void fill(Batch current, String task, double width, double[] out) {
        context.executor().forEach(current.count, i -> {
            RandomGenerator random = context.random(task, current.first + i);
            for (int k = i * current.size; k < (i + 1) * current.size; k++) {
                out[k] = width * random.nextGaussian();
            }
        });
    }

    private void stepBack(Batch current) {
        double[] denoised = new double[current.states.length];
        process.denoise(step, current.states, current.count, denoised);
        recipe.guidance().before(step, current, denoised);
        current.requireFinite("denoised estimate", denoised, step);
        if (recipe.kind() == Reversal.ANCESTRAL) {
            double[] normals = new double[current.states.length];
            if (step > 0) {
                fill(current, "noise-" + step, 1, normals);
            }
            process.ancestral(step, current.states, denoised, normals, current.count, current.states);
        } else {
            process.deterministic(step, current.states, denoised, current.count, current.states);
        }
        current.bury(levels.steps(), context);
        recipe.guidance().after(step, current);
        current.requireFinite("state", current.states, step);
    }

    private void finish(Batch current) {
        double[] misfits = new double[current.count];
        double[] parts = new double[current.count];
        current.forEach(0, context, i -> {
            double[] state = current.of(current.states, i);
            misfits[i] = recipe.pull().misfitAt(state);
            parts[i] = recipe.membership().map(part -> part.of(state)).orElse(0);
        });
        current.bury(levels.steps(), context);
        succeeded += current.running();
        if (succeeded == 0 && started >= Math.min(ENOUGH, context.draws())) {
            throw new NumericsException("all " + started + " chains failed; the last: " + current.lastFailure());
        }
        if (current.first == 0 && recipe.guidance().fits()) {
            paths.send(context.sink());
        }
        ready = draws(current, misfits, parts);
        batch = Optional.empty();
    }

    private Ready draws(Batch current, double[] misfits, double[] parts) {
        int[] running = IntStream.range(0, current.count).filter(current::runs).toArray();
        double[] values = new double[running.length * current.size];
        Map<String, double[]> traces = new LinkedHashMap<>();
        traces.put(
                "chain",
                Arrays.stream(running).mapToDouble(i -> current.first + i).toArray());
        traces.put("misfit", Arrays.stream(running).mapToDouble(i -> misfits[i]).toArray());
        recipe.membership()
                .ifPresent(part -> traces.put(
                        part.name(),
                        Arrays.stream(running).mapToDouble(i -> parts[i]).toArray()));
        for (int k = 0; k < running.length; k++) {
            double[] model = current.of(current.states, running[k]);
            recipe.pull().coordinates().toModel(model, model);
            System.arraycopy(model, 0, values, k * current.size, current.size);
        }
        return new Ready(current.size, values, traces);
    }

    @Override
    public ChainState state() {
        Map<String, double[]> arrays = new HashMap<>();
        arrays.put("position", new double[] {started, succeeded, step});
        arrays.put("path-misfit", paths.values());
        arrays.put("ready", ready.values());
        ready.traces().forEach((name, trace) -> arrays.put(READY + name, trace));
        batch.ifPresent(current -> current.save(arrays));
        return new ChainState(arrays);
    }

    private void restore(Snapshot snapshot) {
        double[] position = snapshot.array("position");
        started = (long) position[0];
        succeeded = (long) position[1];
        step = (int) position[2];
        paths.restore(snapshot.array("path-misfit"));
        ready = new Ready(size(), snapshot.array("ready"), snapshot.under(READY));
        batch = Batch.restore(snapshot, size());
    }

    @Override
    public Optional<Distribution> solution() {
        return recipe.solution();
    }

    private int size() {
        return recipe.pull().coordinates().size();
    }
}
