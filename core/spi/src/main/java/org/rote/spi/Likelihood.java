package org.rote.spi;

/**
 * p(y | x) = p(y | F(x)) as a function of x, with its gradient by the chain rule. Immutable; safe to use from several threads at once.
 *
 * <p>Cost: one forward for the value; one linearization and one vjp for the gradient. Memory: one data vector a call.
 */
public final class Likelihood {

    private final Mapping mapping;
    private final NoiseModel noise;
    private final double[] data;

    /**
     * Makes the likelihood of one observation.
     *
     * @param mapping F, the operator with its parameterization if there is one
     * @param noise the noise model, in the range of F
     * @param data the observation y; copied
     * @throws IllegalArgumentException when the spaces do not fit
     */
    public Likelihood(Mapping mapping, NoiseModel noise, double[] data) {
        mapping.range().mismatch(noise.space()).ifPresent(problem -> {
            throw new IllegalArgumentException("noise model does not fit the data: " + problem);
        });
        if (data.length != mapping.range().size()) {
            throw new IllegalArgumentException("observation: expected "
                    + mapping.range().size() + " values for "
                    + mapping.range().describe() + ", got " + data.length);
        }
        this.mapping = mapping;
        this.noise = noise;
        this.data = data.clone();
    }

    /**
     * The forward map.
     *
     * @return F
     */
    public Mapping mapping() {
        return mapping;
    }

    /**
     * The noise model.
     *
     * @return p(y | ·)
     */
    public NoiseModel noise() {
        return noise;
    }

    /**
     * The observation.
     *
     * @return a copy of y
     */
    public double[] data() {
        return data.clone();
    }

    /**
     * log p(y | x).
     *
     * @param x a point of the domain of F; not modified
     * @return the normalised log density of y
     */
    public double logDensity(double[] x) {
        double[] predicted = new double[data.length];
        mapping.forward(x, predicted);
        return noise.logDensity(data, predicted);
    }

    /**
     * log p(y | x) and its gradient, J(x)ᵀ ∂ log p(y | d)/∂d.
     *
     * @param x a point of the domain of F; not modified
     * @param gradient receives ∇_x log p(y | x); overwritten whole
     * @return the normalised log density of y
     */
    public double logDensity(double[] x, double[] gradient) {
        try (Linearization linearization = mapping.linearize(x)) {
            double[] predicted = linearization.value();
            double[] dataGradient = new double[data.length];
            noise.gradient(data, predicted, dataGradient);
            linearization.vjp(dataGradient, gradient);
            return noise.logDensity(data, predicted);
        }
    }
}
