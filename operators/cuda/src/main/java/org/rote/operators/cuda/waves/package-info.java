/** Waves on a card: batches of shots, what is kept of them, and the derivative. */
package org.rote.operators.cuda.waves;
