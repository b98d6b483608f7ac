package org.rote.spi;

/** The chain rule for {@link Mapping}s, written once. */
public final class Compositions {

    private Compositions() {}

    /**
     * The composition x ↦ outer(inner(x)); affine when both are.
     *
     * @param outer applied last
     * @param inner applied first; its range must fit the domain of {@code outer}
     * @return the composition
     * @throws IllegalArgumentException when the spaces do not fit
     */
    public static Mapping compose(Mapping outer, Mapping inner) {
        outer.domain().mismatch(inner.range()).ifPresent(problem -> {
            throw new IllegalArgumentException("mappings do not compose: " + problem);
        });
        return outer instanceof AffineMapping a && inner instanceof AffineMapping b
                ? new Affine(a, b)
                : new Chained(outer, inner);
    }

    private record Chained(Mapping outer, Mapping inner) implements Mapping {
        @Override
        public Space domain() {
            return inner.domain();
        }

        @Override
        public Space range() {
            return outer.range();
        }

        @Override
        public void forward(double[] x, double[] out) {
            double[] middle = new double[inner.range().size()];
            inner.forward(x, middle);
            outer.forward(middle, out);
        }

        @Override
        public Linearization linearize(double[] x) {
            Linearization first = inner.linearize(x);
            try {
                return new ChainedLinearization(
                        outer.linearize(first.value()),
                        first,
                        new double[inner.range().size()]);
            } catch (RuntimeException | Error failure) {
                first.close();
                throw failure;
            }
        }
    }

    private record ChainedLinearization(Linearization outer, Linearization inner, double[] middle)
            implements Linearization {
        @Override
        public double[] value() {
            return outer.value();
        }

        @Override
        public void jvp(double[] dx, double[] out) {
            inner.jvp(dx, middle);
            outer.jvp(middle, out);
        }

        @Override
        public void vjp(double[] dy, double[] out) {
            outer.vjp(dy, middle);
            inner.vjp(middle, out);
        }

        @Override
        public void close() {
            try (inner) {
                outer.close();
            }
        }
    }

    private record Affine(AffineMapping outer, AffineMapping inner) implements AffineMapping {
        @Override
        public Space domain() {
            return inner.domain();
        }

        @Override
        public Space range() {
            return outer.range();
        }

        @Override
        public void forward(double[] x, double[] out) {
            double[] middle = new double[inner.range().size()];
            inner.forward(x, middle);
            outer.forward(middle, out);
        }

        @Override
        public void apply(double[] dx, double[] out) {
            double[] middle = new double[inner.range().size()];
            inner.apply(dx, middle);
            outer.apply(middle, out);
        }

        @Override
        public void applyAdjoint(double[] dy, double[] out) {
            double[] middle = new double[inner.range().size()];
            outer.applyAdjoint(dy, middle);
            inner.applyAdjoint(middle, out);
        }
    }
}
