package org.rote.operators.propagation;

import org.rote.operators.propagation.kernels.Kernels;

/** What an absorbing layer does to a row: first its memories are brought up to date, in passes over the whole layer, then it adds to the spatial terms of every row that sees it. */
enum Recursion {
    /** ψ ← bψ + a D₁u, then ζ ← bζ + a (D₂u + D₁ψ), and D₁ψ + ζ is added. */
    FORWARD(1) {
        @Override
        void relax(
                int pass,
                Kernels kernels,
                int axis,
                float[] u,
                int from,
                int to,
                float[] b,
                float[] a,
                int profileAt,
                float[] first,
                float[] second,
                int memoryAt) {
            kernels.relaxFirst(axis, u, from, to, b, a, profileAt, first, memoryAt);
        }

        @Override
        void add(
                Kernels kernels,
                int axis,
                float[] u,
                int from,
                int to,
                float[] b,
                float[] a,
                int profileAt,
                float[] first,
                float[] second,
                int memoryAt,
                float[] sum,
                int sumAt) {
            kernels.relaxSecond(axis, u, from, to, b, a, profileAt, first, memoryAt, second, memoryAt, sum, sumAt);
        }

        @Override
        void addBeyond(
                Kernels kernels,
                int axis,
                float[] first,
                float[] second,
                int memoryAt,
                int length,
                float[] sum,
                int sumAt) {
            kernels.addFirst(axis, first, memoryAt, memoryAt + length, sum, sumAt);
        }
    },

    /** W ← bW + aμ and V ← bV − a D₁(μ + W), and D₂W − D₁V is added. */
    TRANSPOSED(2) {
        @Override
        void relax(
                int pass,
                Kernels kernels,
                int axis,
                float[] u,
                int from,
                int to,
                float[] b,
                float[] a,
                int profileAt,
                float[] first,
                float[] second,
                int memoryAt) {
            if (pass == 0) {
                kernels.relax(axis, u, from, to, b, a, profileAt, first, memoryAt);
            } else {
                kernels.relaxTransposed(axis, u, from, to, b, a, profileAt, first, memoryAt, second, memoryAt);
            }
        }

        @Override
        void add(
                Kernels kernels,
                int axis,
                float[] u,
                int from,
                int to,
                float[] b,
                float[] a,
                int profileAt,
                float[] first,
                float[] second,
                int memoryAt,
                float[] sum,
                int sumAt) {
            addBeyond(kernels, axis, first, second, memoryAt, to - from, sum, sumAt);
        }

        @Override
        void addBeyond(
                Kernels kernels,
                int axis,
                float[] first,
                float[] second,
                int memoryAt,
                int length,
                float[] sum,
                int sumAt) {
            kernels.addTransposed(axis, first, memoryAt, second, memoryAt, length, sum, sumAt);
        }
    };

    private final int passes;

    Recursion(int passes) {
        this.passes = passes;
    }

    /** How many passes over the layer bring its memories up to date. */
    int passes() {
        return passes;
    }

    /** One pass over a row of the layer. */
    abstract void relax(
            int pass,
            Kernels kernels,
            int axis,
            float[] u,
            int from,
            int to,
            float[] b,
            float[] a,
            int profileAt,
            float[] first,
            float[] second,
            int memoryAt);

    /** Adds to a row of the layer what it does to the spatial terms. */
    abstract void add(
            Kernels kernels,
            int axis,
            float[] u,
            int from,
            int to,
            float[] b,
            float[] a,
            int profileAt,
            float[] first,
            float[] second,
            int memoryAt,
            float[] sum,
            int sumAt);

    /** Adds to a row beside the layer what differences see of it. */
    abstract void addBeyond(
            Kernels kernels, int axis, float[] first, float[] second, int memoryAt, int length, float[] sum, int sumAt);
}
