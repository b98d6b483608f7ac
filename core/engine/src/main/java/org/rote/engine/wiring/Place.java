package org.rote.engine.wiring;

import java.util.Optional;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;

/**
 * Where a part lives. Equal places share parts.
 *
 * @param space the space it is given; empty for operators and reports
 * @param latent what stands between that space and the models
 */
record Place(Optional<Space> space, Optional<Latent> latent) {

    /** For what is given no space. */
    static final Place NOWHERE = new Place(Optional.empty(), Optional.empty());

    static Place in(Space space) {
        return new Place(Optional.of(space), Optional.empty());
    }

    /** For what lives where the posterior lives. */
    static Place of(ForwardMap map) {
        return new Place(Optional.of(map.space()), map.latent());
    }

    Optional<Parameterization> parameterization() {
        return latent.map(Latent::parameterization);
    }
}
