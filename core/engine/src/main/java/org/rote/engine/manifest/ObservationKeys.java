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

/** The keys of an observation, of which one says where the data come from. */
record ObservationKeys(
        @Doc("the recorded values, each with its unit where it has one")
        Optional<List<Quantity>> data,

        @Doc("an array file of recorded values") Optional<Path> file,

        @Doc("a data set that holds the recorded values as its one model")
        Optional<Part<Dataset>> recorded,

        @Doc("the model to make data from, a data set of one; with \"truths\" a data set of several")
        Optional<Part<Dataset>> truth,

        @Doc("how many models of the data set \"truth\" to make data from, the first ones, each a case of its own")
        Optional<Integer> truths,

        @Doc("how many models to draw from the prior of each case and make data from, each a case of its own")
        Optional<Integer> truthsFromPrior,

        @Doc("whether data made from a truth get no noise") @Default("false")
        boolean noiseFree) {

    /** One truth is no family: it would need no number in the names of its cases. */
    private static final int LEAST_TRUTHS = 2;

    ObservationKeys {
        List<String> sources = new ArrayList<>();
        data.ifPresent(given -> sources.add("data"));
        file.ifPresent(given -> sources.add("file"));
        recorded.ifPresent(given -> sources.add("recorded"));
        truth.ifPresent(given -> sources.add("truth"));
        truthsFromPrior.ifPresent(given -> sources.add("truths-from-prior"));
        new Checks()
                .that(
                        sources.size() >= 1,
                        "",
                        "gives no data",
                        "add one of data, file, recorded, truth, truths-from-prior")
                .that(
                        sources.size() <= 1,
                        "",
                        "has its data from several places: " + String.join(", ", sources),
                        "keep one of them")
                .that(
                        !noiseFree || truth.isPresent() || truthsFromPrior.isPresent(),
                        "noise-free",
                        "is for data made from a truth",
                        "remove it: these data are given")
                .that(
                        truths.isEmpty() || truth.isPresent(),
                        "truths",
                        "says how many models of a data set are truths, and there is no \"truth\"",
                        "add \"truth: { type: ... }\", or write \"truths-from-prior\" to draw them from the prior")
                .atLeast("truths", truths.orElse(LEAST_TRUTHS), LEAST_TRUTHS)
                .atLeast("truths-from-prior", truthsFromPrior.orElse(LEAST_TRUTHS), LEAST_TRUTHS)
                .that(data.isEmpty() || !data.get().isEmpty(), "data", "must not be empty", "give at least one value")
                .verify();
    }
}
