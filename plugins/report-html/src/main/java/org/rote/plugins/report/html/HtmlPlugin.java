package org.rote.plugins.report.html;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;
import org.rote.spi.Report;

/** Offers the report {@code html}. Experimental since 0.1.0. */
public final class HtmlPlugin implements Plugin {

    /** For {@link java.util.ServiceLoader}. */
    public HtmlPlugin() {}

    @Override
    public List<Factory<?, ? extends Report>> reports() {
        return List.of(new HtmlReportFactory());
    }
}
