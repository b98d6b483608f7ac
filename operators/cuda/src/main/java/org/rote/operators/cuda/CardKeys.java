package org.rote.operators.cuda;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The keys that operators on a card have besides those of their twins on the cores.
 *
 * @param device number of the card, as the driver counts, from 0
 * @param fallback what to do where it cannot be used
 */
public record CardKeys(
        @Doc("number of the card, from 0") @Default("0") int device,

        @Doc("where the card cannot be used: an error, or the cores of the processor and a warning") @Default("none")
        Fallback fallback) {

    /** Checks the number; throws {@link org.rote.spi.InvalidInputException}. */
    public CardKeys {
        new Checks().atLeast("device", device, 0).verify();
    }
}
