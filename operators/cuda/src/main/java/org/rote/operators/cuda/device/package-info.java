/** A card, as little of it as waves need, and everything that knows JCuda. */
package org.rote.operators.cuda.device;
