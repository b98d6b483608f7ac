package org.rote.engine.manifest;

import java.util.function.Supplier;
import org.rote.engine.plugins.Offer;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.RunInterruptedException;

/**
 * A section of a manifest, bound: what makes the part, and from which configuration.
 *
 * @param name its key in a named map ({@code smooth} under {@code priors}), or its type where there is only one
 * @param offer the factory and its plugin
 * @param config the factory's config record, checked
 * @param origin where it stands
 * @param <T> the contract
 */
public record Section<T>(String name, Offer<T> offer, Record config, Origin origin) {

    /**
     * Makes the part.
     *
     * @param context what the engine lends
     * @return the part
     * @throws ManifestException when what the section names (a file, a shape) is wrong
     * @throws PluginException when the plugin fails
     */
    public T create(Context context) {
        try {
            return make(context);
        } catch (InvalidInputException e) {
            throw origin.locate(e);
        }
    }

    /**
     * Calls into the part, so that what it throws comes out as the right exception. {@link NumericsException}, {@link RunInterruptedException} and errors of
     * the machine pass through.
     *
     * @param action what it is asked for, in a word or two: {@code start}
     * @param call the call
     * @param <R> what it returns
     * @return its result
     * @throws ManifestException for an {@link InvalidInputException}
     * @throws PluginException for any other exception, or null
     */
    public <R> R call(String action, Supplier<R> call) {
        try {
            return guarded(action, call);
        } catch (InvalidInputException e) {
            throw origin.locate(e);
        }
    }

    /** Makes the part; problems are at places relative to this section. */
    T make(Context context) {
        return guarded("create", () -> {
            try {
                return create(offer.factory(), config, context);
            } catch (IllegalArgumentException e) {
                throw Thrown.refusal(e);
            }
        });
    }

    private <R> R guarded(String action, Supplier<R> call) {
        try {
            R result = call.get();
            if (result == null) {
                throw new IllegalStateException("returned null");
            }
            return result;
        } catch (InvalidInputException
                | ManifestException
                | PluginException
                | NumericsException
                | RunInterruptedException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new PluginException(offer, action, origin.location().toString(), e);
        }
    }

    private static <C extends Record, T> T create(Factory<C, ? extends T> factory, Record config, Context context) {
        return factory.create(factory.configType().cast(config), context);
    }
}
