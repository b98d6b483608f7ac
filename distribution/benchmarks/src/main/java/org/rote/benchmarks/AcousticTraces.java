package org.rote.benchmarks;

import java.util.Arrays;
import org.rote.spi.ForwardOperator;
import org.rote.spi.RunExecutor;

/** Prints the traces of the operator {@code acoustic} in a homogeneous medium, which {@code peers/acoustic.py} holds against the exact solution. */
public final class AcousticTraces {

    private static final double VELOCITY = 2000;

    private AcousticTraces() {}

    /**
     * Prints one line of comma-separated values for each receiver.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        AcousticSurvey survey = AcousticSurvey.forAccuracy();
        ForwardOperator operator = survey.operator(new OperatorContext(RunExecutor.SERIAL));
        double[] model = new double[operator.domain().size()];
        Arrays.fill(model, VELOCITY);
        double[] traces = new double[operator.range().size()];
        operator.forward(model, traces);
        System.out.println(AcousticSurvey.table(traces, survey.samples()));
    }
}
