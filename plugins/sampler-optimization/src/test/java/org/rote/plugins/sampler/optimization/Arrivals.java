package org.rote.plugins.sampler.optimization;

import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.Space;

/**
 * The simplest waveform inversion: a Ricker wavelet of 10 Hz arrives at receiver r after r times the slowness of two halves of the way. Misfits have side minima where a wavelet is off by a period. A slowness that is not positive
 * cannot be computed.
 *
 * @param derivative 1 for the right derivative
 */
record Arrivals(double derivative) implements ForwardOperator {

    static final double[] TRUTH = {0.11, 0.15};

    private static final double PEAK = 10;
    private static final int RECEIVERS = 4;
    private static final int SAMPLES = 250;
    private static final double SAMPLING = 0.008;
    private static final double DELAY = 0.3;
    private static final Space MODEL = new Space(List.of(Axis.index("half", 2)), "slowness", "s/m", Element.FLOAT64);
    private static final Space DATA = new Space(
            List.of(Axis.index("receiver", RECEIVERS), new Axis("time", "s", SAMPLES, SAMPLING, 0)),
            "pressure",
            "Pa",
            Element.FLOAT32);

    static double[] data() {
        double[] data = new double[DATA.size()];
        new Arrivals(1).forward(TRUTH, data);
        return data;
    }

    @Override
    public Space domain() {
        return MODEL;
    }

    @Override
    public Space range() {
        return DATA;
    }

    private static double first(int receiver) {
        return 1 + 0.5 * receiver;
    }

    private static double second(int receiver) {
        return 0.5 * (receiver % 3);
    }

    /** π² f² t² at a sample of a receiver, with the sign of t. */
    private static double phase(double[] x, int receiver, int sample) {
        double arrival = DELAY + first(receiver) * x[0] + second(receiver) * x[1];
        return Math.PI * PEAK * (sample * SAMPLING - arrival);
    }

    @Override
    public void forward(double[] x, double[] out) {
        for (double slowness : x) {
            if (!(slowness > 0)) {
                throw new NumericsException("slowness must be greater than 0, got " + slowness);
            }
        }
        for (int i = 0; i < out.length; i++) {
            double a = phase(x, i / SAMPLES, i % SAMPLES);
            out[i] = (1 - 2 * a * a) * Math.exp(-a * a);
        }
    }

    @Override
    public Linearization linearize(double[] at) {
        double[] x = at.clone();
        double[] value = new double[DATA.size()];
        forward(x, value);
        return new Linearization() {
            @Override
            public double[] value() {
                return value;
            }

            /** Of the trace with respect to its arrival time. */
            private double slope(int i) {
                double a = phase(x, i / SAMPLES, i % SAMPLES);
                return derivative * Math.PI * PEAK * (6 * a - 4 * a * a * a) * Math.exp(-a * a);
            }

            @Override
            public void jvp(double[] dx, double[] out) {
                for (int i = 0; i < out.length; i++) {
                    int r = i / SAMPLES;
                    out[i] = slope(i) * (first(r) * dx[0] + second(r) * dx[1]);
                }
            }

            @Override
            public void vjp(double[] dy, double[] out) {
                out[0] = 0;
                out[1] = 0;
                for (int i = 0; i < dy.length; i++) {
                    out[0] += slope(i) * first(i / SAMPLES) * dy[i];
                    out[1] += slope(i) * second(i / SAMPLES) * dy[i];
                }
            }
        };
    }
}
