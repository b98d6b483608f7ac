package org.rote.priors.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rote.numerics.Covariances;
import org.rote.numerics.MeasuredValues;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Covariance;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.Quantity;
import org.rote.spi.Space;

/** Makes the covariances of one config record. */
final class CovarianceMaker {

    private static final String ONE = "standard-deviation";
    private static final String EACH = "standard-deviations";

    private final Context context;
    private final Space space;
    private final String where;

    /**
     * For one section.
     *
     * @param where the key of the section, for messages
     */
    CovarianceMaker(Context context, String where) {
        this.context = context;
        this.space = context.space();
        this.where = where;
    }

    Covariance make(CovarianceConfig config) {
        try {
            if (config instanceof CovarianceConfig.Isotropic isotropic) {
                return Covariances.isotropic(space.size(), square(deviation(isotropic.standardDeviation())));
            }
            if (config instanceof CovarianceConfig.Diagonal diagonal) {
                return each(EACH, diagonal.standardDeviations());
            }
            if (config instanceof CovarianceConfig.Full full) {
                return full(full);
            }
            if (config instanceof CovarianceConfig.LowRank lowRank) {
                return lowRank(lowRank);
            }
            return correlated((CovarianceConfig.Correlated) config);
        } catch (NumericsException e) {
            throw new InvalidInputException(
                    where, String.valueOf(e.getMessage()), "give a covariance whose eigenvalues are all positive");
        }
    }

    /** diag(s²) for one standard deviation or one for each unknown. */
    Covariance each(String key, List<String> texts) {
        double[] deviations = read(key, texts, space.unit());
        if (deviations.length == 1) {
            return Covariances.isotropic(space.size(), square(deviations[0]));
        }
        requireCount(key, deviations.length, space.size(), "unknowns");
        return Covariances.diagonal(
                Arrays.stream(deviations).map(CovarianceMaker::square).toArray());
    }

    private Covariance full(CovarianceConfig.Full config) {
        double factor;
        try {
            factor = square(Quantity.factor(config.unit(), space.unit()));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    at("unit"), String.valueOf(e.getMessage()), "give the unit of the model, " + space.unit());
        }
        requireCount("matrix", config.matrix().size(), space.size(), "unknowns");
        double[] matrix = config.matrix().stream()
                .flatMap(List::stream)
                .mapToDouble(entry -> factor * entry)
                .toArray();
        return Covariances.dense(space.size(), matrix);
    }

    private Covariance lowRank(CovarianceConfig.LowRank config) {
        double deviation = deviation(config.standardDeviation());
        Dataset directions = config.directions().create(new CoordinatesOnly(context));
        space.mismatch(directions.space()).ifPresent(mismatch -> {
            throw new InvalidInputException(at("directions"), mismatch, "give directions in the space of the model");
        });
        int rank = directions.count();
        if (rank == 0) {
            throw new InvalidInputException(
                    at("directions"), "holds no direction", "give at least one, or type: isotropic");
        }
        double[] factor = new double[Math.multiplyExact(space.size(), rank)];
        double[] direction = new double[space.size()];
        for (int k = 0; k < rank; k++) {
            directions.read(k, direction);
            for (int i = 0; i < direction.length; i++) {
                factor[i * rank + k] = direction[i];
            }
        }
        return Covariances.lowRank(square(deviation), space.size(), rank, factor);
    }

    private Covariance correlated(CovarianceConfig.Correlated config) {
        double variance = square(deviation(config.standardDeviation()));
        List<Axis> axes = space.axes();
        if (config.lengths().size() != 1) {
            requireCount("lengths", config.lengths().size(), axes.size(), "axes");
        }
        List<double[]> factors = new ArrayList<>();
        for (int k = 0; k < axes.size(); k++) {
            String text = config.lengths().get(config.lengths().size() == 1 ? 0 : k);
            double length = read("lengths", List.of(text), axes.get(k).unit())[0];
            double scale = k == 0 ? variance * (1 - config.nugget()) : 1;
            factors.add(Arrays.stream(config.kernel().matrix(axes.get(k), length))
                    .map(entry -> scale * entry)
                    .toArray());
        }
        return Covariances.separable(factors, variance * config.nugget());
    }

    private double deviation(String text) {
        return read(ONE, List.of(text), space.unit())[0];
    }

    private double[] read(String key, List<String> texts, String unit) {
        return MeasuredValues.read(at(key), texts, unit);
    }

    private void requireCount(String key, int count, int wanted, String what) {
        if (count != wanted) {
            throw new InvalidInputException(
                    at(key),
                    "has " + count + " for " + wanted + " " + what + " (" + space.describe() + ")",
                    "give one for each");
        }
    }

    private String at(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    private static double square(double value) {
        return value * value;
    }
}
