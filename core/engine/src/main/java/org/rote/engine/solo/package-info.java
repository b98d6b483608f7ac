/** The operator of a manifest by itself: data from a model, the gradient of the misfit, and proof that the gradient is right. */
package org.rote.engine.solo;
