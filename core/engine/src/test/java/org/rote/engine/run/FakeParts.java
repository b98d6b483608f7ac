package org.rote.engine.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.numerics.Covariances;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Covariance;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Drawable;
import org.rote.spi.Element;
import org.rote.spi.ForwardOperator;
import org.rote.spi.GaussianNoise;
import org.rote.spi.InvalidInputException;
import org.rote.spi.LinearOperator;
import org.rote.spi.Linearization;
import org.rote.spi.Parameterization;
import org.rote.spi.Part;
import org.rote.spi.Prior;
import org.rote.spi.Space;

/** Operators, parameterizations, noise, priors and data sets that are easy to compute by hand; and some that misbehave. */
public final class FakeParts {

    private FakeParts() {}

    /** F(m) = 2 m, velocity in m/s to travel time in s, element by element. */
    public record Doubling(
            @Default("2") int size,
            @Default("false") boolean overflows,
            @Default("false") boolean throwsAtCreation,
            @Default("false") boolean complex) {

        ForwardOperator create(Context context) {
            if (throwsAtCreation) {
                throw new IllegalStateException("no device");
            }
            context.warn("doubling is not physics");
            context.note("doubles by addition");
            Space model = new Space(List.of(Axis.metres("x", size, 10)), "velocity", "m/s", Element.FLOAT64);
            Space data = new Space(
                    List.of(Axis.index("receiver", complex ? size / 2 : size)),
                    "travel time",
                    "s",
                    complex ? Element.COMPLEX128 : Element.FLOAT64);
            return new DoublingOperator(model, data, overflows);
        }
    }

    record DoublingOperator(Space domain, Space range, boolean overflows) implements LinearOperator {
        @Override
        public void apply(double[] dx, double[] out) {
            Arrays.setAll(out, i -> overflows && i == 1 ? Double.NaN : 2 * dx[i]);
        }

        @Override
        public void applyAdjoint(double[] dy, double[] out) {
            Arrays.setAll(out, i -> 2 * dy[i]);
        }
    }

    /** F(m) = m³ / 3; its derivative and the transpose of it can be made wrong. */
    public record Cube(
            @Default("2") int size,
            @Default("1") double derivativeFactor,
            @Default("1") double gradientFactor) {

        ForwardOperator create() {
            Space space = Space.vector(size);
            Cube config = this;
            return new ForwardOperator() {
                @Override
                public Space domain() {
                    return space;
                }

                @Override
                public Space range() {
                    return space;
                }

                @Override
                public void forward(double[] x, double[] out) {
                    Arrays.setAll(out, i -> x[i] * x[i] * x[i] / 3);
                }

                @Override
                public Linearization linearize(double[] x) {
                    double[] at = x.clone();
                    double[] value = new double[x.length];
                    forward(x, value);
                    return new Linearization() {
                        @Override
                        public double[] value() {
                            return value;
                        }

                        @Override
                        public void jvp(double[] dx, double[] out) {
                            Arrays.setAll(out, i -> config.derivativeFactor * at[i] * at[i] * dx[i]);
                        }

                        @Override
                        public void vjp(double[] dy, double[] out) {
                            Arrays.setAll(out, i -> config.gradientFactor * at[i] * at[i] * dy[i]);
                        }
                    };
                }
            };
        }
    }

    /** m = factor · latent; can be inverted. */
    public record Scaling(@Default("10") double factor) {

        Parameterization create(Context context) {
            Space model = context.space();
            Space latent = Space.vector(model.size());
            double scale = factor;
            return new Parameterization.Invertible() {
                @Override
                public Space domain() {
                    return latent;
                }

                @Override
                public Space range() {
                    return model;
                }

                @Override
                public void forward(double[] x, double[] out) {
                    Arrays.setAll(out, i -> scale * x[i]);
                }

                @Override
                public void invert(double[] m, double[] out) {
                    Arrays.setAll(out, i -> m[i] / scale);
                }

                @Override
                public Linearization linearize(double[] x) {
                    throw new IllegalStateException("not asked for in these tests");
                }
            };
        }
    }

    /** One number for all elements of the model; cannot be inverted. */
    public record Constant() {

        Parameterization create(Context context) {
            Space model = context.space();
            return new Parameterization() {
                @Override
                public Space domain() {
                    return Space.vector(1);
                }

                @Override
                public Space range() {
                    return model;
                }

                @Override
                public void forward(double[] x, double[] out) {
                    Arrays.fill(out, x[0]);
                }

                @Override
                public Linearization linearize(double[] x) {
                    throw new IllegalStateException("not asked for in these tests");
                }
            };
        }
    }

    /** White noise of a fixed level, or one relative to the largest datum. */
    public record White(
            @Default("0.5") double standardDeviation,
            @Default("false") boolean relative) {

        GaussianNoise create(Context context) {
            Space space = context.space();
            double largest = relative
                    ? Arrays.stream(context.data().orElseThrow())
                            .map(Math::abs)
                            .max()
                            .orElse(1)
                    : 1;
            double level = standardDeviation * largest;
            Covariance covariance = Covariances.isotropic(space.size(), level * level);
            return new WhiteNoise(space, level, covariance);
        }
    }

    record WhiteNoise(Space space, double level, Covariance covariance) implements GaussianNoise {
        @Override
        public double logDensity(double[] observed, double[] predicted) {
            double sum = 0;
            for (int i = 0; i < observed.length; i++) {
                double residual = (observed[i] - predicted[i]) / level;
                sum -= residual * residual / 2 + Math.log(level * Math.sqrt(2 * Math.PI));
            }
            return sum;
        }

        @Override
        public void gradient(double[] observed, double[] predicted, double[] out) {
            Arrays.setAll(out, i -> (observed[i] - predicted[i]) / (level * level));
        }

        @Override
        public void draw(double[] predicted, RandomGenerator random, double[] out) {
            Arrays.setAll(out, i -> predicted[i] + level * random.nextGaussian());
        }
    }

    /** A standard normal, which can only be drawn from; notes that it was closed. */
    public record Bell(@Default("0") int size) {

        Prior create(Context context) {
            Space space = size == 0 ? context.space() : Space.vector(size);
            context.warn("a bell fits nothing");
            return new BellPrior(space);
        }
    }

    record BellPrior(Space space) implements Prior, Drawable, AutoCloseable {
        @Override
        public void draw(RandomGenerator random, double[] out) {
            Arrays.setAll(out, i -> random.nextGaussian());
        }

        @Override
        public void close() {
            Hooks.note("closed prior");
        }
    }

    /** A standard normal that notes its training models. */
    public record Remembering(Part<Dataset> training) {

        Prior create(Context context) {
            Dataset models = training.create(context);
            double[] model = new double[models.space().size()];
            for (int n = 0; n < models.count(); n++) {
                models.read(n, model);
                Hooks.note(models.space().describe() + " " + Arrays.toString(model));
            }
            return new BellPrior(context.space());
        }
    }

    /** Models written in the manifest, perhaps with a warning. */
    public record Rows(
            List<List<Double>> models, @Default("false") boolean doubtful) {

        Dataset create(Context context) {
            Space space = context.space();
            if (doubtful) {
                context.warn("rows of " + space.quantity());
            }
            for (List<Double> model : models) {
                if (model.size() != space.size()) {
                    throw new InvalidInputException(
                            "models", "has " + model.size() + " numbers, not " + space.size(), "give as many");
                }
            }
            return new RowsDataset(space, models);
        }
    }

    record RowsDataset(Space space, List<List<Double>> models) implements Dataset {
        @Override
        public int count() {
            return models.size();
        }

        @Override
        public void read(int index, double[] out) {
            Arrays.setAll(out, i -> models.get(index).get(i));
        }
    }

    /** A record of no keys. */
    public record NoKeys() {}

    static Optional<String> maybe(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
