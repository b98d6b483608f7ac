/** The operator of a manifest by itself: its data, the gradient of a misfit, and checks of its derivative at its own size. */
package org.rote.engine.solo;
