package org.rote.engine.manifest;

import java.util.function.Supplier;
import org.rote.spi.Context;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Part;
import org.rote.spi.Problem;

/**
 * A bound section inside another, as the plugin of the other sees it.
 *
 * @param section the section
 * @param key its key relative to the section around it
 * @param <T> the contract
 */
record BoundPart<T>(Section<T> section, String key) implements Part<T> {

    @Override
    public String type() {
        return section.offer().name();
    }

    /** Makes the part. Problems come out at places relative to the section around, whose plugin may add its own. */
    @Override
    public T create(Context context) {
        return located(key, () -> section.make(context));
    }

    static <T> T located(String key, Supplier<T> make) {
        try {
            return make.get();
        } catch (InvalidInputException e) {
            InvalidInputException relative = new InvalidInputException(e.problems().stream()
                    .map(problem -> new Problem(KeyPath.join(key, problem.where()), problem.what(), problem.fix()))
                    .toList());
            relative.initCause(e);
            throw relative;
        }
    }
}
