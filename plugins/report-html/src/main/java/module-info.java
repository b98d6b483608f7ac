/** Writes the study's report as one self-contained page. */
module org.rote.plugins.report.html {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
}
