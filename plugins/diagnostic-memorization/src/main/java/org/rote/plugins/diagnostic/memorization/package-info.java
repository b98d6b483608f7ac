/** Whether draws were learned or memorized, as evidence with its nulls: {@code nearest-neighbours}, {@code attribution}, {@code lookup}. */
package org.rote.plugins.diagnostic.memorization;
