package org.rote.engine.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Part;
import org.rote.spi.Problem;

/** The keys of an observation, of which one of the first three says where the data come from. */
record ObservationKeys(
        @Doc("the recorded values, each with its unit where it has one")
        Optional<List<String>> data,

        @Doc("an array file of recorded values") Optional<Path> file,

        @Doc("the model to make data from, a data set of one")
        Optional<Part<Dataset>> truth,

        @Doc("whether data made from a truth get no noise") @Default("false")
        boolean noiseFree) {

    ObservationKeys {
        List<String> sources = new ArrayList<>();
        data.ifPresent(given -> sources.add("data"));
        file.ifPresent(given -> sources.add("file"));
        truth.ifPresent(given -> sources.add("truth"));
        new Checks()
                .that(sources.size() >= 1, "", "says of no data", "add one of data, file, truth")
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
                .notEmpty("data", data.orElse(List.of("none")))
                .verify();
        checkNumbers(data.orElse(List.of()));
    }

    private static void checkNumbers(List<String> data) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            try {
                WrittenNumber.check(data.get(i));
            } catch (InvalidInputException e) {
                String where = "data[" + i + "]";
                e.problems().forEach(problem -> problems.add(new Problem(where, problem.what(), problem.fix())));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}
