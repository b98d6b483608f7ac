package org.rote.engine.solo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rote.engine.solo.Verification.Check;
import org.rote.numerics.Vectors;
import org.rote.spi.Element;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.Space;
import org.rote.spi.Streams;

/** Checks of the derivative of an operator around one model. Every check says its number, so that a reader can judge it himself. */
final class DerivativeChecks {

    private static final int PAIRS = 3;

    private final ForwardOperator operator;
    private final double[] model;
    private final Streams streams;
    private final double rounding;

    /**
     * @param operator the operator
     * @param model the model around which it is checked
     * @param streams independent random directions
     */
    DerivativeChecks(ForwardOperator operator, double[] model, Streams streams) {
        this.operator = operator;
        this.model = model;
        this.streams = streams;
        this.rounding = rounding(operator);
    }

    /**
     * What sums over some thousand rounded terms may be off, relative to the norms: 1e-12 in double precision, 1e-5 in single. An operator whose domain or range is
     * kept in single precision is taken to compute in it.
     */
    private static double rounding(ForwardOperator operator) {
        boolean single = isSingle(operator.domain()) || isSingle(operator.range());
        return single ? 1e-5 : 1e-12;
    }

    private static boolean isSingle(Space space) {
        return space.element() == Element.FLOAT32 || space.element() == Element.COMPLEX64;
    }

    List<Check> run() {
        List<Check> checks = new ArrayList<>();
        double[] before = model.clone();
        double[] value = new double[operator.range().size()];
        Arrays.fill(value, Double.NaN);
        operator.forward(model, value);
        requireUsable(value);
        try (Linearization linearization = operator.linearize(model)) {
            checks.add(sameValue(value, linearization));
            checks.add(dotTest(linearization));
            checks.addAll(new TaylorCheck(operator, model, value, linearization, streams, rounding).run());
        }
        checks.addAll(new GradientCheck(operator, model, value, streams, rounding).run());
        double changed = Arrays.equals(before, model) ? 0 : 1;
        checks.add(Check.near("model left alone", changed, 0, 0, "1 when an evaluation changed its input"));
        return checks;
    }

    private void requireUsable(double[] value) {
        for (int i = 0; i < value.length; i++) {
            if (!Double.isFinite(value[i])) {
                throw new NumericsException("F(m) is not finite, or not written, at index " + i + ": " + value[i]);
            }
        }
    }

    private Check sameValue(double[] value, Linearization linearization) {
        double difference = Vectors.norm(Vectors.plus(value, -1, linearization.value()));
        double relative = difference == 0 ? 0 : difference / Vectors.norm(value);
        return Check.near("value", relative, 0, rounding, "‖F(m) by linearize − by forward‖ / ‖F(m)‖");
    }

    private Check dotTest(Linearization linearization) {
        double worst = 0;
        double[] jdx = new double[operator.range().size()];
        double[] jtdy = new double[model.length];
        for (int pair = 0; pair < PAIRS; pair++) {
            double[] dx = Vectors.normal(streams.random("dot-dx", pair), model.length);
            double[] dy = Vectors.normal(streams.random("dot-dy", pair), jdx.length);
            Arrays.fill(jdx, Double.NaN);
            Arrays.fill(jtdy, Double.NaN);
            linearization.jvp(dx, jdx);
            linearization.vjp(dy, jtdy);
            double difference = Math.abs(Vectors.dot(jdx, dy) - Vectors.dot(dx, jtdy));
            double scale = Vectors.norm(jdx) * Vectors.norm(dy);
            double relative = difference == 0 ? 0 : difference / scale;
            // The maximum of a number and NaN is NaN: an output that is not written whole shows.
            worst = Math.max(worst, relative);
        }
        return Check.near(
                "dot test", worst, 0, rounding, "|⟨J dx, dy⟩ − ⟨dx, Jᵀ dy⟩| / (‖J dx‖ ‖dy‖), largest of " + PAIRS);
    }
}
