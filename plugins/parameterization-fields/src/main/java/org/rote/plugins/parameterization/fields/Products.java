package org.rote.plugins.parameterization.fields;

import org.rote.numerics.SeparableTransform;

/** Products of orthonormal functions of one axis each, or some of them. */
final class Products implements Basis {

    private final SeparableTransform transform;
    private final int[] places;

    /**
     * A choice of products.
     *
     * @param transform all of them
     * @param places for each field, its place among all products; kept
     */
    Products(SeparableTransform transform, int[] places) {
        this.transform = transform;
        this.places = places;
    }

    @Override
    public void synthesize(double[] coefficients, double[] field) {
        double[] all = new double[transform.coefficients()];
        for (int k = 0; k < places.length; k++) {
            all[places[k]] = coefficients[k];
        }
        transform.synthesize(all, field);
    }

    @Override
    public void analyze(double[] field, double[] coefficients) {
        double[] all = new double[transform.coefficients()];
        transform.analyze(field, all);
        for (int k = 0; k < places.length; k++) {
            coefficients[k] = all[places[k]];
        }
    }
}
