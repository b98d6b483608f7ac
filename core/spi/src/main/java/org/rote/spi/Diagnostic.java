package org.rote.spi;

import java.util.List;
import java.util.Optional;

/** A question asked of every case of a study once its sampler is done. Immutable; one asking is an {@link Examination}. */
public interface Diagnostic {

    /**
     * Why the question makes no sense for a case (no mixture, too many dimensions, no truth). Such a case is passed over; the report says so.
     *
     * @param subject the case
     * @return the reason, or empty when it can be examined
     */
    Optional<String> inapplicable(Case subject);

    /**
     * Begins to examine a case.
     *
     * @param subject a case for which {@link #inapplicable} is empty
     * @return the examination, used by one thread
     */
    Examination examine(Case subject);

    /** One case under examination: receives every kept draw, in order, then concludes. */
    interface Examination {

        /**
         * Takes the next draws.
         *
         * @param draws the draws
         */
        void accept(Draws draws);

        /**
         * Concludes.
         *
         * @return what was found
         */
        Conclusion conclude();
    }

    /**
     * What an examination found.
     *
     * @param findings numbers, most important first
     * @param figures pictures, most important first
     * @param verdict what the case comes to, from a diagnostic that can tell
     */
    record Conclusion(List<Finding> findings, List<Figure> figures, Optional<Verdict> verdict) {

        /** Copies the lists. */
        public Conclusion {
            findings = List.copyOf(findings);
            figures = List.copyOf(figures);
        }

        /**
         * Findings and figures without a verdict.
         *
         * @param findings numbers, most important first
         * @param figures pictures, most important first
         */
        public Conclusion(List<Finding> findings, List<Figure> figures) {
            this(findings, figures, Optional.empty());
        }
    }
}
