package org.rote.spi;

import java.util.Optional;

/**
 * Makes one kind of part from its section of the manifest. The section's {@code type} is the factory's name; its other keys are the components of the config
 * record in kebab-case (see {@link Doc}, {@link Default}, {@link Unit}).
 *
 * <p>A component is a {@code boolean}, {@code int}, {@code long}, {@code double}, {@link Quantity}, {@link String}, enum (constants in kebab-case), {@link
 * java.nio.file.Path} (of a file that exists, absolute), {@link Part}, record, sealed interface of records, or an array, {@link java.util.List}, {@code Map<String, …>} or
 * {@link Optional} of these. A single value may stand for a list of one. Which record of a sealed interface is meant is said by its {@code type}: the record's name in
 * kebab-case, less the interface's own name at the end ({@code linear} for {@code LinearSchedule} of {@code Schedule}). Numbers are always finite. The keys of a record marked {@link Inline} stand in the section itself.
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
     * Why a section cannot be used on this machine. Differs from {@link #unavailable()} where a section may say what to use instead.
     *
     * @param config the section, bound and checked
     * @return the reason and what to use instead, or empty when it can be used
     */
    default Optional<String> unavailable(C config) {
        return unavailable();
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
