package org.rote.engine.manifest;

import java.util.Optional;
import java.util.function.BiFunction;
import org.rote.spi.Context;
import org.rote.spi.Factory;

/** A factory of a test: everything that a plugin would say, given. */
record FakeFactory<C extends Record, T>(
        String name, Class<C> configType, BiFunction<C, Context, T> maker, Optional<String> unavailable)
        implements Factory<C, T> {

    static <C extends Record, T> FakeFactory<C, T> of(String name, Class<C> type, BiFunction<C, Context, T> maker) {
        return new FakeFactory<>(name, type, maker, Optional.empty());
    }

    /** A factory that is only bound, never asked to create. */
    static <C extends Record, T> FakeFactory<C, T> of(String name, Class<C> type) {
        return of(name, type, (config, context) -> {
            throw new IllegalStateException(name + " was not to be created");
        });
    }

    @Override
    public String describe() {
        return "The fake " + name + ".";
    }

    @Override
    public String example() {
        return "type: " + name;
    }

    @Override
    public T create(C config, Context context) {
        return maker.apply(config, context);
    }
}
