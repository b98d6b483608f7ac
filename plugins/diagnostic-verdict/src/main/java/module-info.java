/** The verdict: what a case comes to, in a word. */
module org.rote.plugins.diagnostic.verdict {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.plugins.diagnostic.verdict;

    provides org.rote.spi.Plugin with
            org.rote.plugins.diagnostic.verdict.VerdictPlugin;
}
