package org.rote.plugins.sampler.diffusion;

import java.util.Optional;
import org.rote.numerics.Coordinates;
import org.rote.numerics.Vectors;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Distribution;

/** Which atom or component of a distribution a draw is nearest to, in process coordinates. */
record Membership(String name, int count, Part part, Coordinates coordinates) {

    /** Numbered places. */
    interface Part {
        void at(int n, double[] out);
    }

    static Optional<Membership> of(Distribution distribution, Coordinates coordinates) {
        return distribution
                .capability(Atoms.class)
                .map(atoms -> new Membership("atom", atoms.count(), atoms::atom, coordinates))
                .or(() -> distribution
                        .capability(Components.class)
                        .map(components ->
                                new Membership("component", components.count(), components::mean, coordinates)));
    }

    /** The number of the nearest place to a state of process coordinates. */
    int of(double[] state) {
        double[] place = new double[state.length];
        double least = Double.POSITIVE_INFINITY;
        int nearest = 0;
        for (int n = 0; n < count; n++) {
            part.at(n, place);
            coordinates.fromModel(place, place);
            double distance = Vectors.squaredDistance(state, place);
            if (distance < least) {
                least = distance;
                nearest = n;
            }
        }
        return nearest;
    }
}
