package org.rote.engine.wiring;

import java.util.List;
import org.rote.engine.manifest.CasePlan;
import org.rote.engine.manifest.SamplerSection;
import org.rote.engine.manifest.Section;
import org.rote.spi.Diagnostic;
import org.rote.spi.Sampler;
import org.rote.spi.SeededStreams;

/**
 * A case, ready to run.
 *
 * @param plan its name and the names of its parts
 * @param posterior what is sampled; the same object for cases that differ in the sampler only
 * @param section the sampler's section
 * @param sampler the sampler
 * @param questions the diagnostics that are asked of it, in the order of the manifest
 * @param streams the case's own randomness
 */
public record WiredCase(
        CasePlan plan,
        SharedPosterior posterior,
        SamplerSection section,
        Sampler sampler,
        List<Question> questions,
        SeededStreams streams) {

    /** Copies the list. */
    public WiredCase {
        questions = List.copyOf(questions);
    }

    /**
     * The case's name.
     *
     * @return unique in the study
     */
    public String name() {
        return plan.name();
    }

    /**
     * A diagnostic that is asked of a case.
     *
     * @param section its section
     * @param diagnostic the diagnostic
     */
    public record Question(Section<Diagnostic> section, Diagnostic diagnostic) {

        /**
         * Its type, which no other diagnostic of the same case has.
         *
         * @return the factory's name
         */
        public String label() {
            return section.offer().name();
        }
    }
}
