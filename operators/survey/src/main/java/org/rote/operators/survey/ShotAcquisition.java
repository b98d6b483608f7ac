package org.rote.operators.survey;

import java.util.List;
import org.rote.spi.Acquisition;

/**
 * The places of a list of shots.
 *
 * @param shots in the order of the data
 * @param dimensions 2 for (x, z), 3 for (x, y, z)
 */
public record ShotAcquisition(List<Shot> shots, int dimensions) implements Acquisition {

    /** Copies the list. */
    public ShotAcquisition {
        shots = List.copyOf(shots);
    }

    @Override
    public double[] source(int shot) {
        return coordinates(shots.get(shot).source());
    }

    @Override
    public double[] receiver(int shot, int receiver) {
        return coordinates(shots.get(shot).receivers().get(receiver));
    }

    private double[] coordinates(Position position) {
        return dimensions == 2
                ? new double[] {position.x(), position.z()}
                : new double[] {position.x(), position.y(), position.z()};
    }
}
