package org.rote.numerics;

import java.util.Optional;
import org.rote.spi.Acquisition;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.Space;

/** An operator of one {@link WaveSpeed} seen from another: G(m) = F(g(m)) and dG = F′ g′(m) dm, g the conversion, value by value. Immutable. */
@SuppressWarnings("try") // what it is seen from may throw anything when closed
final class ConvertedSpeed implements ForwardOperator, AutoCloseable {

    private final WaveSpeed outside;
    private final WaveSpeed inside;
    private final ForwardOperator operator;

    ConvertedSpeed(WaveSpeed outside, WaveSpeed inside, ForwardOperator operator) {
        this.outside = outside;
        this.inside = inside;
        this.operator = operator;
    }

    @Override
    public Space domain() {
        return outside.in(operator.domain());
    }

    @Override
    public Space range() {
        return operator.range();
    }

    @Override
    public Optional<Acquisition> acquisition() {
        return operator.acquisition();
    }

    @Override
    public void forward(double[] x, double[] out) {
        operator.forward(converted(x), out);
    }

    @Override
    public Linearization linearize(double[] x) {
        double[] derivative = new double[x.length];
        Linearization linearization = operator.linearize(converted(x));
        for (int c = 0; c < x.length; c++) {
            derivative[c] = outside.derivative(x[c], inside);
        }
        return new At(linearization, derivative);
    }

    @Override
    public void close() throws Exception {
        if (operator instanceof AutoCloseable resource) {
            resource.close();
        }
    }

    private double[] converted(double[] x) {
        outside.requirePositive(x, domain());
        double[] converted = new double[x.length];
        for (int c = 0; c < x.length; c++) {
            converted[c] = outside.convert(x[c], inside);
        }
        return converted;
    }

    private record At(Linearization linearization, double[] derivative) implements Linearization {

        @Override
        public double[] value() {
            return linearization.value();
        }

        @Override
        public void jvp(double[] dx, double[] out) {
            double[] scaled = new double[derivative.length];
            for (int c = 0; c < scaled.length; c++) {
                scaled[c] = derivative[c] * dx[c];
            }
            linearization.jvp(scaled, out);
        }

        @Override
        public void vjp(double[] dy, double[] out) {
            linearization.vjp(dy, out);
            for (int c = 0; c < derivative.length; c++) {
                out[c] *= derivative[c];
            }
        }

        @Override
        public void close() {
            linearization.close();
        }
    }
}
