/**
 * Does the posterior look training models up? {@code mixture-weights} and {@code effective-modes} say how the weight is spread over atoms or components, {@code
 * collapse-curve} how that changes with the bandwidth σ and the number of training models, {@code linearization-validity} whether a linearized mixture may be believed, {@code
 * against-reference} what another sampler makes of the posterior whose closed form is known.
 */
package org.rote.plugins.diagnostic.collapse;
