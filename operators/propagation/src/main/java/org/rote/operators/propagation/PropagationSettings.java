package org.rote.operators.propagation;

import java.util.List;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Interpolation;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Pulse;
import org.rote.operators.survey.Recording;
import org.rote.operators.survey.Shot;
import org.rote.spi.Checks;

/**
 * What waves are stepped, but for the model.
 *
 * @param grid nodes of the model, two or three axes, at least as many along each as the order of the differences
 * @param differences in space
 * @param boundary what is around the grid
 * @param wavelet of every source
 * @param shots at least one, each with as many receivers, all within the grid, and below a free surface
 * @param recording how long and how often
 * @param memory that the waves of one linearization may take with all that goes with them, in bytes: what is kept, states, traces, gradients and data. Not counted are arrays of the caller, and what belongs to the operator: points on the
 *     grid and rows of the time transform
 */
public record PropagationSettings(
        Grid grid,
        Differences differences,
        Boundary boundary,
        Pulse wavelet,
        List<Shot> shots,
        Recording recording,
        double memory) {

    /** As far as the interpolation of a position reaches beyond the grid. */
    public static final int LEAST_CELLS = 4;

    /** Checks the ranges stated above; throws {@link org.rote.spi.InvalidInputException} with every offending value, by the names of the manifest. */
    public PropagationSettings {
        shots = List.copyOf(shots);
        Checks checks = new Checks().positive("memory", memory).notEmpty("shots", shots);
        int order = differences.order();
        for (int axis = 0; axis < grid.dimensions(); axis++) {
            int count = grid.shape().get(axis);
            checks.that(
                    count >= order,
                    "grid.shape[" + axis + "]",
                    "must be at least " + order + " for differences of order " + order + ", got " + count,
                    "enlarge the grid, or take a lower order");
        }
        if (boundary.top() == Boundary.Top.FREE_SURFACE) {
            double highest = Interpolation.ON_NODE * grid.spacingZ();
            for (int shot = 0; shot < shots.size(); shot++) {
                checkBelowSurface(checks, "shots", shot, shots.get(shot).source(), highest);
                List<Position> receivers = shots.get(shot).receivers();
                for (int r = 0;
                        r < receivers.size()
                                && (shot == 0
                                        || !receivers.equals(shots.get(shot - 1).receivers()));
                        r++) {
                    checkBelowSurface(checks, "receivers", r, receivers.get(r), highest);
                }
            }
        }
        wavelet.checkWithin(checks, "wavelet", recording);
        if (!shots.isEmpty()) {
            int receivers = shots.get(0).receivers().size();
            double data = (double) shots.size() * receivers * recording.samples();
            checks.that(
                    data <= PaddedGrid.MOST,
                    "time.sampling",
                    "makes " + recording.samples() + " samples, and with " + shots.size() + " shots of " + receivers
                            + " receivers more data than one array can hold, " + PaddedGrid.MOST,
                    "sample less often, record shorter, or take fewer shots or receivers");
            recording
                    .step()
                    .flatMap(step -> Clock.excess(step, recording, receivers))
                    .ifPresent(
                            excess -> checks.that(false, "time.step", excess, "take a longer step, or leave it out"));
        }
        checks.verify();
    }

    private static void checkBelowSurface(Checks checks, String key, int number, Position position, double highest) {
        checks.that(
                position.z() > highest,
                key,
                "number " + number + " at " + position + " is on the free surface, where there is no field",
                "move it down, by a cell for example, or take boundary.top: absorbing");
    }
}
