package org.rote.operators.propagation;

import org.rote.operators.propagation.kernels.Kernels;
import org.rote.operators.propagation.kernels.LayerRows;
import org.rote.operators.propagation.kernels.Rows;
import org.rote.operators.propagation.kernels.Target;

/** What an absorbing layer does: first its memories are brought up to date, in passes over the whole layer, then it adds to the step of every row that sees it. */
enum Recursion {
    /** ψ ← bψ + a D₁u, then ζ ← bζ + a (D₂u + D₁ψ), and D₁ψ + ζ is added. */
    FORWARD(1) {
        @Override
        void relax(int pass, Kernels kernels, float[] u, Rows rows, LayerRows layer) {
            kernels.relaxFirst(u, rows, layer);
        }

        @Override
        void add(Kernels kernels, float[] u, Target target, LayerRows layer) {
            kernels.relaxSecond(u, target, layer);
        }
    },

    /** W ← bW + aμ and V ← bV − a D₁(μ + W), and D₂W − D₁V is added. */
    TRANSPOSED(2) {
        @Override
        void relax(int pass, Kernels kernels, float[] u, Rows rows, LayerRows layer) {
            if (pass == 0) {
                kernels.relax(u, rows, layer);
            } else {
                kernels.relaxTransposed(u, rows, layer);
            }
        }

        @Override
        void add(Kernels kernels, float[] u, Target target, LayerRows layer) {
            kernels.addTransposed(target, layer);
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

    /** One pass over rows of the layer. */
    abstract void relax(int pass, Kernels kernels, float[] u, Rows rows, LayerRows layer);

    /** Adds to the step of rows that see the layer. */
    abstract void add(Kernels kernels, float[] u, Target target, LayerRows layer);
}
