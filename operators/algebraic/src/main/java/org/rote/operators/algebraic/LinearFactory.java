package org.rote.operators.algebraic;

import java.nio.file.Path;
import java.util.List;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;

final class LinearFactory implements Factory<LinearConfig, ForwardOperator> {

    private static final String ASK_FOR_MATRIX = "give an array with the two axes (data, unknowns)";

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public Class<LinearConfig> configType() {
        return LinearConfig.class;
    }

    @Override
    public String describe() {
        return "a matrix from the manifest or from a NumPy file, F(x) = A x";
    }

    @Override
    public String example() {
        return "type: linear\nmatrix: [[1, 0.5, 0], [0, 0.5, 1]]\n";
    }

    @Override
    public ForwardOperator create(LinearConfig config, Context context) {
        return config.matrix()
                .map(LinearFactory::inline)
                .orElseGet(() -> fromFile(config.file().orElseThrow()));
    }

    private static MatrixOperator inline(List<List<Double>> rows) {
        double[] entries = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new MatrixOperator(rows.size(), rows.get(0).size(), entries);
    }

    private static MatrixOperator fromFile(Path file) {
        NpyArray array = read(file);
        if (array.shape().rank() != 2 || array.shape().elements() == 0) {
            throw wrong(file, "expected a matrix, got an array of shape " + array.shape(), ASK_FOR_MATRIX);
        }
        if (array.type().isComplex()) {
            throw wrong(file, "expected real numbers, got complex ones", ASK_FOR_MATRIX + " of real numbers");
        }
        int columns = Math.toIntExact(array.shape().length(1));
        double[] entries = array.values();
        for (int k = 0; k < entries.length; k++) {
            if (!Double.isFinite(entries[k])) {
                String place = "[" + k / columns + "][" + k % columns + "]";
                throw wrong(
                        file, "entry " + place + " must be finite, got " + entries[k], "repair or replace the file");
            }
        }
        return new MatrixOperator(Math.toIntExact(array.shape().length(0)), columns, entries);
    }

    private static NpyArray read(Path file) {
        try {
            return Npy.read(file);
        } catch (ArrayFileException e) {
            InvalidInputException wrong = wrong(file, e.problem(), e.fix());
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static InvalidInputException wrong(Path file, String what, String fix) {
        return new InvalidInputException("file", file + ": " + what, fix);
    }
}
