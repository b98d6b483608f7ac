package org.rote.spi;

import java.util.Optional;

/**
 * Makes one kind of part from its section of the manifest. The section's {@code type} is the factory's name; its other keys are the components of the config
 * record in kebab-case (see {@link Doc}, {@link Default}, {@link Unit}).
 *
 * @param <C> the config record, public, in an exported package; checks itself in its compact constructor
 * @param <T> what is made
 */
public interface Factory<C extends Record, T> {

    /**
     * The permanent name, in kebab-case. Never reused for another meaning.
     *
     * @return the name
     */
    String name();

    /**
     * The type of the config record.
     *
     * @return its class
     */
    Class<C> configType();

    /**
     * One sentence for {@code rote describe}: what it is, with its formula.
     *
     * @return the sentence
     */
    String describe();

    /**
     * A section that works, in YAML, beginning with {@code type: name}. Shown by {@code rote describe} and built by the contract test.
     *
     * @return the YAML
     */
    String example();

    /**
     * Why this factory cannot be used on this machine (no device, no driver, a native library that does not load).
     *
     * @return the reason and what to use instead, or empty when it can be used
     */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /**
     * Makes the part. Cheap, but for the reading of data: {@code rote check} calls it too.
     *
     * @param config the section, bound and checked
     * @param context what the engine lends
     * @return the part
     * @throws InvalidInputException when what the section names (a file, a shape) is wrong
     */
    T create(C config, Context context);
}
