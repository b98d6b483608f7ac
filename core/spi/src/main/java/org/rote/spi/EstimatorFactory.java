package org.rote.spi;

/**
 * Makes samplers whose find is one model, an estimate such as the most probable one, and not draws from the posterior. A chain of theirs gives one draw and ends. So no more are asked for, whatever {@code draws}
 * says; burn-in and thinning are mistakes.
 *
 * @param <C> the config record, see {@link Factory}
 */
public interface EstimatorFactory<C extends Record> extends Factory<C, Sampler> {}
