package org.rote.operators.cuda.waves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.rote.operators.cuda.device.CudaCards;
import org.rote.operators.cuda.device.Device;

/** On the first card of this machine, if there is one; with {@code -Drote.card=required} it is a failure that there is none. */
final class RealCardTest extends CardContract {

    private static final CudaCards CARDS = new CudaCards();

    @BeforeAll
    static void requireACard() {
        Optional<String> reason = CARDS.unavailable(0);
        if (System.getProperty("rote.card", "").equals("required")) {
            assertThat(reason).describedAs("why the card cannot be used").isEmpty();
        }
        Assumptions.assumeTrue(reason.isEmpty(), () -> "nothing runs on a card: " + reason.orElseThrow());
    }

    @Override
    Device open() {
        return CARDS.open(0);
    }
}
