package org.rote.operators.algebraic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Doc;

/**
 * The operator {@code linear}: F(x) = A x, the matrix either in the manifest or in a file.
 *
 * @param matrix the rows of A, all of one length, finite
 * @param file a NumPy file of A with axes (data, unknowns)
 */
public record LinearConfig(
        @Doc("rows of the matrix; either this or file") Optional<List<List<Double>>> matrix,

        @Doc("NumPy file of the matrix, axes (data, unknowns); either this or matrix")
        Optional<Path> file) {

    /** Checks that there is one of the two, and that the rows make a matrix; throws {@link org.rote.spi.InvalidInputException}. */
    public LinearConfig {
        Checks checks = new Checks();
        checks.that(
                matrix.isPresent() != file.isPresent(),
                "",
                "needs either matrix or file, got " + (file.isPresent() ? "both" : "neither"),
                "give the rows as matrix: [[1, 0], [0, 1]], or the name of a NumPy file as file: a.npy");
        matrix.ifPresent(rows -> check(rows, checks));
        checks.verify();
        matrix = matrix.map(rows -> rows.stream().map(List::copyOf).toList());
    }

    private static void check(List<List<Double>> rows, Checks checks) {
        checks.notEmpty("matrix", rows);
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        for (int i = 0; i < rows.size(); i++) {
            List<Double> row = rows.get(i);
            String key = "matrix[" + i + "]";
            checks.notEmpty(key, row);
            checks.that(
                    row.size() == columns,
                    key,
                    "has " + row.size() + " numbers where matrix[0] has " + columns,
                    "give rows of one length, one number for each unknown");
            for (int j = 0; j < row.size(); j++) {
                checks.finite(key + "[" + j + "]", row.get(j));
            }
        }
    }
}
