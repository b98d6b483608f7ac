package org.rote.spi;

/**
 * A {@link Mapping} from latent coordinates to a subsurface model: a Karhunen–Loève expansion, a logarithm, a mute. The prior then lives in the
 * latent space. An affine one also implements {@link AffineMapping}; one with an inverse implements {@link Invertible}.
 */
public interface Parameterization extends Mapping {

    /** A parameterization that can go back from a model to its coordinates. */
    interface Invertible extends Parameterization {

        /**
         * The coordinates of a model: the point whose image is the model, or, where the range is larger than the image, the nearest.
         *
         * @param model a point of the range; not modified
         * @param out receives the coordinates, in the domain; overwritten whole
         */
        void invert(double[] model, double[] out);
    }
}
