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
     * Makes the part.
     *
     * @param context the context of the part around it, or one derived from it
     * @return the part
     * @throws InvalidInputException when what the section names is wrong; says where
     */
    T create(Context context);
}
