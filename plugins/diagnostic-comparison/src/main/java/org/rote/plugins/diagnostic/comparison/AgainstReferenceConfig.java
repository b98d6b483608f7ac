package org.rote.plugins.diagnostic.comparison;

import java.util.Optional;
import org.rote.spi.Doc;

/**
 * What to hold the draws against.
 *
 * @param reference name of the sampler whose closed form is the reference; the first with a closed form when left out
 */
public record AgainstReferenceConfig(
        @Doc("name of the sampler whose closed form is the reference; the first with atoms or components when left out")
        Optional<String> reference) {}
