package org.rote.plugins.sampler.optimization;

import java.util.List;
import java.util.Optional;
import org.rote.plugins.sampler.optimization.quasinewton.Box;

/** Sections with all keys at their defaults but those that a test is about. */
final class Settings {

    private PriorRole prior = PriorRole.IGNORED;
    private List<Stage> stages = List.of(new Stage(Optional.empty(), Optional.empty()));
    private Optional<double[]> start = Optional.empty();
    private Optional<Double> firstChange = Optional.empty();
    private Box box = Box.UNBOUNDED;
    private int iterations = 100;
    private double decreaseTolerance = 1e-9;
    private int keepEvery = 1;
    private Optional<Double> fixedAbove = Optional.empty();

    private Settings() {}

    static Settings included() {
        Settings settings = new Settings();
        settings.prior = PriorRole.INCLUDED;
        return settings;
    }

    static Settings ignored() {
        return new Settings();
    }

    Settings stages(Stage... given) {
        stages = List.of(given);
        return this;
    }

    Settings from(double... model) {
        start = Optional.of(model);
        return this;
    }

    Settings within(double lower, double upper) {
        box = new Box(lower, upper);
        return this;
    }

    Settings iterations(int most) {
        iterations = most;
        return this;
    }

    Settings firstChange(double change) {
        firstChange = Optional.of(change);
        return this;
    }

    Settings decreaseTolerance(double share) {
        decreaseTolerance = share;
        return this;
    }

    Settings fixedAbove(double depth) {
        fixedAbove = Optional.of(depth);
        return this;
    }

    Settings keepEvery(int count) {
        keepEvery = count;
        return this;
    }

    static Stage below(double frequency, int most) {
        return new Stage(Optional.of(frequency), Optional.of(most));
    }

    static Stage whole(int most) {
        return new Stage(Optional.empty(), Optional.of(most));
    }

    LbfgsSampler sampler() {
        LbfgsConfig config = new LbfgsConfig(
                Optional.empty(),
                prior,
                Optional.empty(),
                Optional.empty(),
                fixedAbove,
                stages,
                iterations,
                1e-6,
                decreaseTolerance,
                Optional.empty(),
                10,
                keepEvery);
        return new LbfgsSampler(config, start, box, firstChange);
    }
}
