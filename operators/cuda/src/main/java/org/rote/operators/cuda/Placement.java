package org.rote.operators.cuda;

import java.util.Optional;
import org.rote.operators.cuda.device.Cards;
import org.rote.operators.cuda.waves.CardStepping;
import org.rote.operators.propagation.PropagationSettings;
import org.rote.operators.propagation.Propagator;
import org.rote.operators.propagation.WaveKeys;
import org.rote.spi.Context;
import org.rote.spi.InvalidInputException;

/**
 * Where the waves of an operator are stepped.
 *
 * @param cards of this machine
 * @param twin the operator on the cores
 */
record Placement(Cards cards, String twin) {

    /** Why no card can be used, and what can. A section may name any card: one that can be used is enough. */
    Optional<String> unavailable() {
        return cards.unavailable().map(this::offer);
    }

    /** Why a section cannot be used. */
    Optional<String> unavailable(CardKeys keys) {
        return keys.fallback() == Fallback.CPU
                ? Optional.empty()
                : cards.unavailable(keys.device()).map(this::offer);
    }

    private String offer(String reason) {
        return reason + "; \"" + twin
                + "\" has the same keys and computes the same on the processor, as does \"fallback: cpu\"";
    }

    /** Waves on the card, or where it falls back on the cores. */
    Propagator propagator(WaveKeys waves, CardKeys keys, Context context) {
        PropagationSettings settings = waves.settings();
        Optional<String> reason = cards.unavailable(keys.device());
        if (reason.isEmpty()) {
            return new Propagator(settings, context, CardStepping.on(() -> cards.open(keys.device())));
        }
        if (keys.fallback() == Fallback.NONE) {
            throw new InvalidInputException(
                    "device", "cannot be used: " + reason.get(), "use type: " + twin + ", or add fallback: cpu");
        }
        context.warn("waves are stepped on the processor, as fallback: cpu allows, because " + reason.get());
        return new Propagator(settings, context);
    }
}
