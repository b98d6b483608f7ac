package org.rote.engine.run;

import java.util.Optional;
import org.rote.engine.wiring.WiredCase.Question;

/**
 * What a diagnostic that pools made of one case.
 *
 * @param question the diagnostic
 * @param kept its digest, where the case could be examined
 * @param reason why it could not; empty where it could
 */
record Digest(Question question, Optional<Object> kept, String reason) {}
