package org.rote.operators.cuda.device;

import java.util.Optional;

/** The cards of a machine. */
public interface Cards {

    /**
     * Why a card cannot be used.
     *
     * @param number of the card, from 0
     * @return the reason in a few words, or empty where it can
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
