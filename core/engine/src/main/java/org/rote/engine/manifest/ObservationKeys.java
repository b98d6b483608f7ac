package org.rote.engine.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Part;
import org.rote.spi.Quantity;

/** The keys of an observation, of which one of the first four says where the data come from. */
record ObservationKeys(
        @Doc("the recorded values, each with its unit where it has one")
        Optional<List<Quantity>> data,

        @Doc("an array file of recorded values") Optional<Path> file,

        @Doc("a data set that holds the recorded values as its one model")
        Optional<Part<Dataset>> recorded,

        @Doc("the model to make data from, a data set of one")
        Optional<Part<Dataset>> truth,

        @Doc("whether data made from a truth get no noise") @Default("false")
        boolean noiseFree) {

    ObservationKeys {
        List<String> sources = new ArrayList<>();
        data.ifPresent(given -> sources.add("data"));
        file.ifPresent(given -> sources.add("file"));
        recorded.ifPresent(given -> sources.add("recorded"));
        truth.ifPresent(given -> sources.add("truth"));
        new Checks()
                .that(sources.size() >= 1, "", "gives no data", "add one of data, file, recorded, truth")
                .that(
                        sources.size() <= 1,
                        "",
                        "has its data from several places: " + String.join(", ", sources),
                        "keep one of them")
                .that(
                        !noiseFree || truth.isPresent(),
                        "noise-free",
                        "is for data made from a truth",
                        "remove it: these data are given")
                .that(data.isEmpty() || !data.get().isEmpty(), "data", "must not be empty", "give at least one value")
                .verify();
    }
}
