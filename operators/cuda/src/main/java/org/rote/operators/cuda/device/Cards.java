package org.rote.operators.cuda.device;

import java.util.Optional;

/** The cards of a machine. */
public interface Cards {

    /**
     * Why none can be used.
     *
     * @return the reasons in a few words, or empty where at least one can
     */
    Optional<String> unavailable();

    /**
     * Why a card cannot be used.
     *
     * @param number of the card, from 0
     * @return the reason in a few words, and which others can be used; or empty where it can
     */
    Optional<String> unavailable(int number);

    /**
     * Opens a card.
     *
     * @param number of one that can be used
     * @return the card, to be closed
     */
    Device open(int number);
}
