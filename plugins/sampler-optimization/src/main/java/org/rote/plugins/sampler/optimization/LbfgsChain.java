package org.rote.plugins.sampler.optimization;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rote.plugins.sampler.optimization.History.Entry;
import org.rote.plugins.sampler.optimization.quasinewton.Box;
import org.rote.plugins.sampler.optimization.quasinewton.Memory;
import org.rote.plugins.sampler.optimization.quasinewton.Objective;
import org.rote.plugins.sampler.optimization.quasinewton.Point;
import org.rote.plugins.sampler.optimization.quasinewton.QuasiNewton;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Draws;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.SamplerContext;

/** An inversion at work, an iteration a call. Its one draw is the model that it ends with; those on the way go to the sink, {@code iterate-0000} and so on, with the {@link History}. */
final class LbfgsChain implements Chain {

    /** Of the largest value, what changes first. */
    private static final double FIRST_SHARE = 0.01;
    /** A stage that ends for want of a better model, with its gradient above this share of what it was, is doubtful. */
    private static final double STEEP = 1e-2;

    private final LbfgsSampler sampler;
    private final LbfgsConfig config;
    private final Posterior posterior;
    private final SamplerContext context;
    private final Box box;
    private Progression at;
    private Optional<Misfit> misfit = Optional.empty();

    LbfgsChain(LbfgsSampler sampler, Posterior posterior, double[] start, SamplerContext context) {
        this.sampler = sampler;
        this.config = sampler.config();
        this.posterior = posterior;
        this.context = context;
        this.box = sampler.box();
        this.at = context.resumeFrom().map(Progression::of).orElseGet(() -> Progression.begin(start));
    }

    @Override
    public Optional<Draws> advance(int limit) {
        if (at.stage() > config.stages().size()) {
            return Optional.empty();
        }
        if (at.stage() == config.stages().size()) {
            at = at.handedOut();
            return Optional.of(estimate());
        }
        Misfit current = misfit.orElseGet(this::stageMisfit);
        misfit = Optional.of(current);
        current.forget();
        if (at.memory().isEmpty()) {
            beginStage(current);
        } else {
            iterate(current);
        }
        return Optional.of(new Draws(0, new double[0]));
    }

    private Misfit stageMisfit() {
        Optional<DifferentiableDensity> prior = config.prior() == PriorRole.INCLUDED
                ? posterior.prior().capability(DifferentiableDensity.class)
                : Optional.empty();
        Optional<TimeFilter> filter = config.stages()
                .get(at.stage())
                .lowPass()
                .map(corner -> TimeFilter.of(posterior.likelihood().mapping().range(), corner));
        Optional<FixedTop> fixed = config.fixedAbove().map(depth -> FixedTop.of(posterior.space(), depth));
        return new Misfit(posterior.likelihood(), prior, filter, fixed, context);
    }

    private void beginStage(Misfit current) {
        Point point = Point.of(watched(current), at.point().x());
        if (!point.isFinite()) {
            throw new NumericsException("the misfit of " + stageName() + " has no value at the model it begins with: "
                    + current.failure()
                    + "\n  fix  begin with a model at which the operator is defined and the prior has a density");
        }
        double gradient = box.projectedGradient(point);
        at = at.with(point, Memory.empty(config.memory(), curvature(point, gradient)));
        record(current, 1);
        if (at.iteration() == 0) {
            keepModel();
        }
        if (gradient == 0) {
            endStage(StopReason.GRADIENT);
        }
    }

    /** Curvature that makes the first step change no unknown by more than wanted; by more than 1 or the gradient where all unknowns are zero, which have no size to go by. */
    private double curvature(Point point, double gradient) {
        double largest = 0;
        for (double value : point.x()) {
            largest = Math.max(largest, Math.abs(value));
        }
        double change = sampler.firstChange().orElse(FIRST_SHARE * largest);
        double curvature = change > 0 ? gradient / change : Math.max(1, gradient);
        return curvature > 0 ? curvature : 1;
    }

    private void iterate(Misfit current) {
        Point before = at.point();
        QuasiNewton.Step step =
                new QuasiNewton(watched(current), box).step(before, at.memory().orElseThrow());
        if (step.outcome() != QuasiNewton.Outcome.DECREASED) {
            stuck(step.outcome(), current);
            return;
        }
        at = at.with(step.point(), step.memory()).afterIteration();
        record(current, step.evaluations());
        Optional<StopReason> reason = reasonToStop(before);
        if (reason.isPresent() || at.iteration() % config.keepEvery() == 0) {
            keepModel();
        }
        reason.ifPresent(this::endStage);
    }

    private Optional<StopReason> reasonToStop(Point before) {
        if (gradientShare() <= config.gradientTolerance()) {
            return Optional.of(StopReason.GRADIENT);
        }
        if (decreaseShare(before, at.point()) <= config.decreaseTolerance()) {
            return Optional.of(StopReason.DECREASE);
        }
        return at.stageIteration() == config.iterations(at.stage())
                ? Optional.of(StopReason.ITERATIONS)
                : Optional.empty();
    }

    /** The gradient over what it was when the stage began. */
    private double gradientShare() {
        return at.history().last().gradient() / at.history().begin(at.stage()).gradient();
    }

    private static double decreaseShare(Point before, Point after) {
        double scale = Math.max(1, Math.max(Math.abs(before.value()), Math.abs(after.value())));
        return (before.value() - after.value()) / scale;
    }

    private void stuck(QuasiNewton.Outcome outcome, Misfit current) {
        boolean undefined = outcome == QuasiNewton.Outcome.UNDEFINED;
        if (undefined && at.iteration() == 0) {
            throw new NumericsException(
                    "the misfit has no value at any model in the direction of steepest descent: " + current.failure()
                            + "\n  fix  begin farther from where the operator is undefined, or give bounds");
        }
        if (undefined) {
            context.warn(stageName() + " ended in iteration " + at.stageIteration()
                    + ", where the misfit has no value at any model in the direction of steepest descent: "
                    + current.failure() + "; give bounds");
        } else if (gradientShare() > STEEP) {
            context.warn(stageName() + " ended in iteration " + at.stageIteration()
                    + ", where no model in the direction of steepest descent is better although the gradient is still "
                    + String.format(Locale.ROOT, "%.2g", gradientShare())
                    + " of what it was; \"rote verify\" tells whether the operator's derivative is right");
        }
        keepModel();
        endStage(undefined ? StopReason.UNDEFINED : StopReason.NO_DECREASE);
    }

    private void endStage(StopReason reason) {
        at = at.stopped(config.stages().get(at.stage()), reason);
        misfit = Optional.empty();
        Ending.send(at.endings(), context.sink());
    }

    private void record(Misfit current, int evaluations) {
        int before = at.history().entries().isEmpty() ? 0 : at.history().last().evaluations();
        at = at.with(new Entry(
                at.iteration(),
                at.stage(),
                at.point().value(),
                current.unfiltered(at.point().x()),
                box.projectedGradient(at.point()),
                before + evaluations));
        at.history().send(context.sink());
    }

    private void keepModel() {
        context.sink()
                .array(
                        Iterates.name(at.iteration()),
                        Iterates.shape(posterior.space()),
                        at.point().x());
    }

    /** The misfit, which looks for an interruption before each of its long evaluations. */
    private Objective watched(Misfit current) {
        return (x, gradient) -> {
            report(at.stageIteration());
            return current.at(x, gradient);
        };
    }

    private void report(int done) {
        context.progress().report("iterations of " + stageName() + howFar(), done, config.iterations(at.stage()));
    }

    /** What a stage minimizes is told as a share of what it began with, for a filter makes it another number than the misfit, which may grow meanwhile. */
    private String howFar() {
        History history = at.history();
        if (history.entries().isEmpty()) {
            return "";
        }
        Entry last = history.last();
        boolean filtered = config.stages().get(at.stage()).lowPass().isPresent();
        String share = filtered && last.stage() == at.stage()
                ? String.format(
                        Locale.ROOT,
                        ", objective down to %.3g of its start, misfit of all data",
                        last.objective() / history.begin(at.stage()).objective())
                : ", misfit";
        return share + String.format(Locale.ROOT, " %.4g", last.misfit());
    }

    private String stageName() {
        int count = config.stages().size();
        String which = count == 1 ? "the inversion" : "stage " + (at.stage() + 1) + " of " + count;
        return which + " (" + config.stages().get(at.stage()).describe() + ")";
    }

    private Draws estimate() {
        Entry last = at.history().last();
        return new Draws(
                1,
                at.point().x().clone(),
                Map.of(
                        "misfit", new double[] {last.misfit()},
                        "iterations", new double[] {last.iteration()},
                        "evaluations", new double[] {last.evaluations()}));
    }

    @Override
    public ChainState state() {
        return at.state();
    }
}
