package org.rote.engine.manifest;

import java.util.Optional;
import java.util.OptionalInt;
import org.rote.spi.Dataset;
import org.rote.spi.Part;

/** Binds an observation: data written down, a file of data, a data set that holds them, or one or many truths to make data from. */
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
            return new Observation.Stored(name.orElse("file"), keys.file().get(), origin);
        }
        if (keys.recorded().isPresent()) {
            return new Observation.Recorded(
                    name.orElse("recorded"), section(keys.recorded().get()), origin);
        }
        if (keys.truthsFromPrior().isPresent()) {
            return new Observation.OfPrior(
                    name.orElse("truths-from-prior"), keys.truthsFromPrior().get(), keys.noiseFree(), origin);
        }
        Section<Dataset> truth = section(keys.truth().orElseThrow());
        OptionalInt truths = keys.truths().map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return new Observation.Synthetic(name.orElse("truth"), truth, truths, keys.noiseFree(), origin);
    }

    private static Section<Dataset> section(Part<Dataset> part) {
        if (part instanceof BoundDataset bound) {
            return bound.section();
        }
        throw new IllegalStateException("data sets are bound by this package only");
    }
}
