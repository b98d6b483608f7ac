package org.rote.spi;

/**
 * A section inside a section: {@code training: { type: inline, … }} binds to a component {@code Part<Dataset> training}. Bound and checked with the section around
 * it; created when that one is.
 *
 * @param <T> the extension point: {@link Dataset}, {@link Prior}, …
 */
public interface Part<T> {

    /**
     * The name of the factory.
     *
     * @return the section's {@code type}
     */
    String type();

    /**
     * Makes the part. A data set comes in the context's {@link Context#space space}: where a {@link Context#parameterization parameterization} stands before the models, it may hold models, which
     * are brought into coordinates as they are read.
     *
     * @param context the context of the part around it, or one derived from it
     * @return the part
     * @throws InvalidInputException when what the section names is wrong; says where
     */
    T create(Context context);
}
