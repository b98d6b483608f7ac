package org.rote.operators.algebraic;

import org.rote.spi.Mapping;
import org.rote.testkit.MappingContract;

/** Of sizes that leave a rest after groups of four, in rows and in columns. */
class MatrixOperatorContractTest extends MappingContract {

    @Override
    protected Mapping mapping() {
        double[] entries = new double[7 * 9];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = Math.sin(k + 1.0);
        }
        return new MatrixOperator(7, 9, entries);
    }
}
