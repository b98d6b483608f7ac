import org.rote.plugins.report.html.HtmlPlugin;

/** Writes the study's report as one self-contained page. */
module org.rote.plugins.report.html {
    requires transitive org.rote.spi;

    exports org.rote.plugins.report.html;

    provides org.rote.spi.Plugin with
            HtmlPlugin;
}
