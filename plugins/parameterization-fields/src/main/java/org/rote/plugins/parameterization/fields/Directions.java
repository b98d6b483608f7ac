package org.rote.plugins.parameterization.fields;

import java.util.Arrays;
import org.rote.numerics.Vectors;

/**
 * Orthonormal fields written out.
 *
 * @param fields one after the other; kept
 */
record Directions(double[][] fields) implements Basis {

    @Override
    public void synthesize(double[] coefficients, double[] field) {
        Arrays.fill(field, 0);
        for (int k = 0; k < fields.length; k++) {
            Vectors.add(field, coefficients[k], fields[k]);
        }
    }

    @Override
    public void analyze(double[] field, double[] coefficients) {
        for (int k = 0; k < fields.length; k++) {
            coefficients[k] = Vectors.dot(fields[k], field);
        }
    }
}
