package org.rote.plugins.dataset.geology.collection;

import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * The data set {@code excluding}: the models of one data set without those of another, such as a training set without the truth. Models are the same where all their values are.
 *
 * <p>Cost: every model of both is read and hashed once when the study is resolved; the excluded ones are kept in memory until then.
 *
 * @param of the models
 * @param models what is left out; at least one of them must be there
 */
public record ExcludingConfig(
        @Doc("the models") Part<Dataset> of,
        @Doc("models to leave out wherever they occur") Part<Dataset> models) {}
