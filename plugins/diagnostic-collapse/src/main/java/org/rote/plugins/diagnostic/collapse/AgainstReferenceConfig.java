package org.rote.plugins.diagnostic.collapse;

import java.util.Optional;
import org.rote.spi.Doc;

/**
 * A comparison with the closed form.
 *
 * @param reference name of the sampler whose closed form is the reference; the first on the same posterior that has one when left out
 */
public record AgainstReferenceConfig(
        @Doc("name of the sampler whose closed form is the reference; the first that has one when left out")
        Optional<String> reference) {}
