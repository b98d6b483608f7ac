package org.rote.plugins.dataset.geology.background;

import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * The data set {@code perturbation}: δm = m − m₀, models less a background, in the quantity whose perturbations the operator asks for, as squared slowness for {@code born}. As many models as {@code of} has.
 *
 * <p>The background is one model, the same for all, or as many as there are, one for each. The same data set {@code smoothed} makes the perturbation what the smoothing took away: the reflectors without the trend.
 *
 * @param of the models m
 * @param background the models m₀
 */
public record PerturbationConfig(
        @Doc("the models") Part<Dataset> of,

        @Doc("what is taken from them: one model for all, or one for each")
        Part<Dataset> background) {}
