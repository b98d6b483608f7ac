package org.rote.operators.propagation;

import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Layout;
import org.rote.operators.survey.Receivers;
import org.rote.operators.survey.Recording;
import org.rote.operators.survey.Shot;
import org.rote.operators.survey.Wavelet;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * The keys that all operators of acoustic waves have, wherever they step them.
 *
 * @param grid the nodes of the model, along (x, z) or (x, y, z); the first is at 0 m along each axis
 * @param time how long and how often is recorded, and, by choice, the internal step
 * @param wavelet of every source
 * @param order of the differences in space: 4, 8 or 16
 * @param boundary what surrounds the grid
 * @param shots where waves begin, within the grid
 * @param receivers where each is recorded, within the grid
 * @param memory that waves of one linearization may take with all that goes with them, in bytes, positive
 */
public record WaveKeys(
        @Doc("the nodes of the model, along x and z or x, y and z, the first at 0 m")
        Grid grid,

        @Doc("how long and how often is recorded") Recording time,
        @Doc("what every source sends") Wavelet wavelet,

        @Doc("of the differences in space: 4, 8 or 16") @Default("8")
        int order,

        @Doc("what surrounds the grid") @Default("{ cells: 20, top: absorbing }")
        Boundary boundary,

        @Doc("where waves begin, within the grid") Layout shots,
        @Doc("where they are recorded, within the grid") Receivers receivers,

        @Doc("that the waves of one linearization may take, in memory") @Default("2 GB") @Unit("byte")
        double memory) {

    /** Checks the keys that are plain numbers; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public WaveKeys {
        new Checks()
                .that(
                        Differences.ofOrder(order).isPresent(),
                        "order",
                        "must be 4, 8 or 16, got " + order,
                        "give one of them")
                .positive("memory", memory)
                .verify();
    }

    /**
     * What they say, with every position read and placed.
     *
     * @return the settings
     * @throws org.rote.spi.InvalidInputException with what is wrong, by the names of these keys
     */
    public PropagationSettings settings() {
        return new PropagationSettings(
                grid,
                Differences.ofOrder(order).orElseThrow(),
                boundary,
                wavelet.pulse("wavelet"),
                Shot.of(shots, receivers, grid.axes()),
                time,
                memory);
    }
}
