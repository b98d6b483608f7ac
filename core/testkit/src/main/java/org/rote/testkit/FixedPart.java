package org.rote.testkit;

import org.rote.spi.Context;
import org.rote.spi.Part;

/**
 * A section inside a section whose part is there already, for tests of config records that hold one.
 *
 * @param type the section's {@code type}
 * @param part what {@link #create} gives
 * @param <T> the extension point
 */
public record FixedPart<T>(String type, T part) implements Part<T> {

    @Override
    public T create(Context context) {
        return part;
    }
}
