package org.rote.engine.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;
import org.rote.spi.Quantity;

/** Where the recorded data come from. */
public sealed interface Observation {

    /**
     * Its name in the study.
     *
     * @return its key under {@code observations}, or {@code data}, {@code file}, {@code recorded}, {@code truth} where there is only one
     */
    String name();

    /**
     * Where it stands.
     *
     * @return where
     */
    Origin origin();

    /**
     * How many truths it has, each a case of its own.
     *
     * @return the count, empty where it is about one truth or none
     */
    default OptionalInt truths() {
        return OptionalInt.empty();
    }

    /**
     * Data written in the manifest.
     *
     * @param name its name in the study
     * @param data the values, of unit 1 where none is written; which unit they need shows only once the study is wired
     * @param origin where it stands
     */
    record Values(String name, List<Quantity> data, Origin origin) implements Observation {

        /** Copies the list. */
        public Values {
            data = List.copyOf(data);
        }

        /**
         * The values in the unit of the data.
         *
         * @param unit the unit of the data space
         * @return a new array
         * @throws ManifestException when a value lacks a unit, has one where none belongs, or one of another kind
         */
        public double[] in(String unit) {
            double[] values = new double[data.size()];
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                try {
                    values[i] = WrittenNumber.in(data.get(i), unit);
                } catch (InvalidInputException e) {
                    for (Problem problem : e.problems()) {
                        problems.add(new Problem("data[" + i + "]", problem.what(), problem.fix()));
                    }
                }
            }
            if (!problems.isEmpty()) {
                throw origin.locate(new InvalidInputException(problems));
            }
            return values;
        }
    }

    /**
     * Data in an array file.
     *
     * @param name its name in the study
     * @param file the absolute path of a file that exists
     * @param origin where it stands
     */
    record Stored(String name, Path file, Origin origin) implements Observation {}

    /**
     * Data that a data set holds as its one model.
     *
     * @param name its name in the study
     * @param data a data set of one, to be made in the data space
     * @param origin where it stands
     */
    record Recorded(String name, Section<Dataset> data, Origin origin) implements Observation {}

    /**
     * Data made from known models: F(truth) and a draw of the noise for each.
     *
     * @param name its name in the study
     * @param truth a data set of one model, or of at least as many as there are truths
     * @param truths how many of its models are truths; empty for its only one
     * @param noiseFree whether to leave the noise out
     * @param origin where it stands
     */
    record Synthetic(String name, Section<Dataset> truth, OptionalInt truths, boolean noiseFree, Origin origin)
            implements Observation {}

    /**
     * Data made from draws of the prior that a case has.
     *
     * @param name its name in the study
     * @param count how many truths to draw
     * @param noiseFree whether to leave the noise out
     * @param origin where it stands
     */
    record OfPrior(String name, int count, boolean noiseFree, Origin origin) implements Observation {

        @Override
        public OptionalInt truths() {
            return OptionalInt.of(count);
        }
    }
}
