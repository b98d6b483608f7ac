package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Pulse;
import org.rote.operators.survey.Recording;
import org.rote.operators.survey.Shot;
import org.rote.operators.survey.Wavelet;
import org.rote.spi.Context;
import org.rote.testkit.TestContext;

/** Surveys of tests, changed one thing at a time. */
record Survey(
        Grid grid,
        Differences differences,
        int cells,
        boolean freeSurface,
        double peak,
        List<Shot> shots,
        Recording recording,
        double memory) {

    static final double PLENTY = 4e9;

    /** One shot in a plane, absorbing on all sides, samples of 1 ms at a step that is chosen. */
    static Survey of(List<Integer> shape, double spacing, double peak, double duration, Shot... shots) {
        return new Survey(
                new Grid(shape, List.of(spacing)),
                Differences.EIGHTH,
                20,
                false,
                peak,
                List.of(shots),
                new Recording(duration, 0.001, Optional.empty()),
                PLENTY);
    }

    Survey withFreeSurface() {
        return new Survey(grid, differences, cells, true, peak, shots, recording, memory);
    }

    Survey withCells(int count) {
        return new Survey(grid, differences, count, freeSurface, peak, shots, recording, memory);
    }

    Survey withDifferences(Differences other) {
        return new Survey(grid, other, cells, freeSurface, peak, shots, recording, memory);
    }

    Survey withStep(double step) {
        Recording fixed = new Recording(recording.duration(), recording.sampling(), Optional.of(step));
        return new Survey(grid, differences, cells, freeSurface, peak, shots, fixed, memory);
    }

    Survey withMemory(double bytes) {
        return new Survey(grid, differences, cells, freeSurface, peak, shots, recording, bytes);
    }

    Pulse wavelet() {
        return new Wavelet.Ricker(peak, Optional.empty()).pulse("wavelet");
    }

    Propagator propagator(Context context) {
        return new Propagator(settings(), context);
    }

    PropagationSettings settings() {
        return new PropagationSettings(
                grid,
                differences,
                new Boundary(cells, freeSurface ? Boundary.Top.FREE_SURFACE : Boundary.Top.ABSORBING),
                wavelet(),
                shots,
                recording,
                memory);
    }

    double[] homogeneous(double velocity) {
        double[] model = new double[grid.shape().stream().reduce(1, (a, b) -> a * b)];
        Arrays.fill(model, 1 / (velocity * velocity));
        return model;
    }

    /** Data of a homogeneous medium. */
    double[] data(double velocity) {
        Propagator propagator = propagator(TestContext.forOperator());
        double[] data = new double[propagator.range().size()];
        propagator.forward(homogeneous(velocity), data);
        return data;
    }

    /** The exact field of a source in a homogeneous plane, (1/2π) ∫ w(t − r/v cosh θ) dθ. */
    double plane(double velocity, Position from, Position to, double time) {
        Pulse pulse = wavelet();
        double traveltime = from.distanceTo(to) / velocity;
        if (time <= traveltime) {
            return 0;
        }
        double last = Math.log(time / traveltime + Math.sqrt(time / traveltime * (time / traveltime) - 1));
        int intervals = 4000;
        double sum = 0;
        for (int i = 0; i < intervals; i++) {
            sum += pulse.at(time - traveltime * Math.cosh((i + 0.5) * last / intervals));
        }
        return sum * last / intervals / (2 * Math.PI);
    }

    /** The exact field of a source in homogeneous space, w(t − r/v) / (4πr). */
    double space(double velocity, Position from, Position to, double time) {
        double distance = from.distanceTo(to);
        return wavelet().at(time - distance / velocity) / (4 * Math.PI * distance);
    }

    static double error(double[] data, double[] exact) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < data.length; i++) {
            difference += (data[i] - exact[i]) * (data[i] - exact[i]);
            norm += exact[i] * exact[i];
        }
        return Math.sqrt(difference / norm);
    }
}
