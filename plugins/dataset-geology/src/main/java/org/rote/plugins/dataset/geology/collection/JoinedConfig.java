package org.rote.plugins.dataset.geology.collection;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * The data set {@code joined}: the models of several, one data set after another, such as a training set and the truth.
 *
 * @param of the data sets, at least one
 */
public record JoinedConfig(@Doc("the data sets, in order") List<Part<Dataset>> of) {

    /** Copies and checks the list; throws {@link org.rote.spi.InvalidInputException}. */
    public JoinedConfig {
        of = List.copyOf(of);
        new Checks().notEmpty("of", of).verify();
    }
}
