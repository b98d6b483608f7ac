package org.rote.plugins.diagnostic.memorization;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * Which priors are held against each other.
 *
 * @param with names of priors whose training sets hold the truth; those that do where the list is empty
 * @param without names of priors that are the same but for the truth, in the same order; those whose training sets do not hold it where the list is empty
 */
public record TruthContrastConfig(
        @Doc("priors whose training sets hold the truth; found out where left out, if there is one") @Default("[]")
        List<String> with,

        @Doc("the same priors without the truth, in the same order") @Default("[]")
        List<String> without) {

    /** Copies the lists and checks that they are of one length; throws {@link org.rote.spi.InvalidInputException}. */
    public TruthContrastConfig {
        with = List.copyOf(with);
        without = List.copyOf(without);
        new Checks()
                .that(
                        with.size() == without.size(),
                        "without",
                        "names " + without.size() + " priors for " + with.size() + " in with",
                        "name for each prior the one that is the same without the truth")
                .verify();
    }
}
