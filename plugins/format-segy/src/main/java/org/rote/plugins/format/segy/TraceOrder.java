package org.rote.plugins.format.segy;

/** Which traces of a file make up which model. */
interface TraceOrder {

    /** No models. */
    TraceOrder NONE = new TraceOrder() {
        @Override
        public int models() {
            return 0;
        }

        @Override
        public int trace(int model, int place) {
            throw new IndexOutOfBoundsException(model);
        }
    };

    /** How many models there are. */
    int models();

    /**
     * A trace of a model.
     *
     * @param model number of the model, from 0
     * @param place number of the trace in the model, from 0
     * @return its number in the file, from 0
     * @throws IndexOutOfBoundsException when there is no such model
     */
    int trace(int model, int place);
}
