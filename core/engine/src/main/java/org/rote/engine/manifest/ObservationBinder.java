package org.rote.engine.manifest;

import java.util.Optional;

/** Binds an observation: data written down, a file of data, or a truth to make data from. */
final class ObservationBinder {

    private final RecordKind keys = new RecordKind(Fields.of(ObservationKeys.class));

    /**
     * Binds an observation.
     *
     * @param name its key in a named map; empty where there is only one, which is called by where its data come from
     * @param tree what is written
     * @param scope where
     * @return the observation; empty when there is a problem
     */
    Optional<Named<Observation>> bind(Optional<String> name, Tree tree, Scope scope) {
        return keys.bind(tree, scope).map(bound -> {
            Observation observation = observation(name, (ObservationKeys) bound.value(), scope.origin(tree));
            return new Named<>(observation.name(), observation, bound.resolved());
        });
    }

    private static Observation observation(Optional<String> name, ObservationKeys keys, Origin origin) {
        if (keys.data().isPresent()) {
            return new Observation.Values(name.orElse("data"), keys.data().get(), origin);
        }
        if (keys.file().isPresent()) {
            return new Observation.Recorded(name.orElse("file"), keys.file().get(), origin);
        }
        if (keys.truth().orElseThrow() instanceof BoundDataset truth) {
            return new Observation.Synthetic(name.orElse("truth"), truth.section(), keys.noiseFree(), origin);
        }
        throw new IllegalStateException("truth is bound by this package only");
    }
}
