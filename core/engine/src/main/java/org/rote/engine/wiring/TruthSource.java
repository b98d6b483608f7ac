package org.rote.engine.wiring;

/** Where the models of an observation come from that synthetic data are made from. */
@FunctionalInterface
interface TruthSource {

    /**
     * One of them.
     *
     * @param number which, from 0
     * @return the truth, the same each time
     */
    Truth truth(int number);
}
