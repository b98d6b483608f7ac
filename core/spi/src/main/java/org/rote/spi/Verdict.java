package org.rote.spi;

import java.util.List;

/**
 * What a case comes to, in a word and a paragraph, with the three figures that decide it. Reports show it first.
 *
 * @param word the word
 * @param paragraph why, in plain words, for a reader who sees nothing else
 * @param figures the three findings that decide it, the one that counts most first
 */
public record Verdict(Word word, String paragraph, List<Finding> figures) {

    private static final int FIGURES = 3;

    /** Copies the list and counts it; throws {@link IllegalArgumentException} when there are not three figures. */
    public Verdict {
        figures = List.copyOf(figures);
        if (figures.size() != FIGURES) {
            throw new IllegalArgumentException(
                    "verdict \"" + word.text() + "\": three figures decide it, got " + figures.size());
        }
    }

    /** What can be concluded, the heaviest first. */
    public enum Word {
        /** Nothing that the prior holds possible has made the data. */
        PRIOR_CANNOT_EXPLAIN("prior cannot explain the data", Severity.ERROR),
        /** The draws are copies or averages of training models. */
        MEMORIZED("memorized", Severity.ERROR),
        /** The draws are not of the posterior. */
        SAMPLER_WRONG("sampler wrong", Severity.ERROR),
        /** With as many training models and as many models to compare with, copies would look the same. */
        INDISTINGUISHABLE("not distinguishable from memorized at this N", Severity.WARNING),
        /** The draws are as far from training models as models that were never seen. */
        NO_SIGN("no sign of memorization", Severity.INFO);

        private final String text;
        private final Severity severity;

        Word(String text, Severity severity) {
            this.text = text;
            this.severity = severity;
        }

        /**
         * The word for people.
         *
         * @return a few words in lower case
         */
        public String text() {
            return text;
        }

        /**
         * How much it should worry.
         *
         * @return the severity
         */
        public Severity severity() {
            return severity;
        }
    }
}
