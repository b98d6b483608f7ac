package org.rote.spi;

import java.util.Optional;

/** The wave physics: a {@link Mapping} from a subsurface model to recorded data. */
public interface ForwardOperator extends Mapping {

    /**
     * Where the data are recorded, if they are gathers.
     *
     * @return sources and receivers for data of {@code [shot][receiver][time]}; by default empty
     */
    default Optional<Acquisition> acquisition() {
        return Optional.empty();
    }
}
