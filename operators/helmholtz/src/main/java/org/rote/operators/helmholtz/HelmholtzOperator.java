package org.rote.operators.helmholtz;

import java.util.ArrayList;
import java.util.List;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/** F(m): squared slowness to wavefields at receivers, [frequency][source][receiver]. Immutable; each call borrows its memory from the solver's pools. */
final class HelmholtzOperator implements ForwardOperator {

    private final Space model;
    private final Space data;
    private final List<FrequencyProblem> problems;
    private final WavelengthCheck wavelengths;
    private final RunExecutor executor;

    HelmholtzOperator(
            Space model,
            Space data,
            List<FrequencyProblem> problems,
            WavelengthCheck wavelengths,
            RunExecutor executor) {
        this.model = model;
        this.data = data;
        this.problems = List.copyOf(problems);
        this.wavelengths = wavelengths;
        this.executor = executor;
    }

    @Override
    public Space domain() {
        return model;
    }

    @Override
    public Space range() {
        return data;
    }

    @Override
    public void forward(double[] x, double[] out) {
        check(x);
        executor.forEach(problems.size(), f -> problems.get(f).forward(x, out, offset(f)));
    }

    @Override
    public Linearization linearize(double[] x) {
        check(x);
        At at = new At();
        try {
            at.solve(x);
            return at;
        } catch (RuntimeException | Error failure) {
            at.close();
            throw failure;
        }
    }

    private void check(double[] x) {
        WaveSpeed.SQUARED_SLOWNESS.requirePositive(x, model);
        wavelengths.check(x);
    }

    private int offset(int frequency) {
        return frequency * problems.get(0).size();
    }

    /** Keeps, for each frequency, the factors and the wavefields of all sources. */
    private final class At implements Linearization {

        private final List<FrequencyProblem.Solved> solved = new ArrayList<>();
        private final double[] value = new double[data.size()];

        private void solve(double[] x) {
            for (int f = 0; f < problems.size(); f++) {
                solved.add(problems.get(f).solve(x));
                solved.get(f).read(value, offset(f));
            }
        }

        @Override
        public double[] value() {
            return value;
        }

        @Override
        public void jvp(double[] dx, double[] out) {
            executor.forEach(solved.size(), f -> solved.get(f).jvp(dx, out, offset(f)));
        }

        @Override
        public void vjp(double[] dy, double[] out) {
            double[][] gradients = new double[solved.size()][model.size()];
            executor.forEach(solved.size(), f -> solved.get(f).addVjp(dy, offset(f), gradients[f]));
            System.arraycopy(gradients[0], 0, out, 0, out.length);
            for (int f = 1; f < gradients.length; f++) {
                for (int i = 0; i < out.length; i++) {
                    out[i] += gradients[f][i];
                }
            }
        }

        @Override
        public void close() {
            solved.forEach(FrequencyProblem.Solved::close);
            solved.clear();
        }
    }
}
