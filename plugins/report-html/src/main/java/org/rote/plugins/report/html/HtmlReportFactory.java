package org.rote.plugins.report.html;

import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.Report;

/** Makes the report {@code html}. */
final class HtmlReportFactory implements Factory<HtmlConfig, Report> {

    @Override
    public String name() {
        return "html";
    }

    @Override
    public Class<HtmlConfig> configType() {
        return HtmlConfig.class;
    }

    @Override
    public String describe() {
        return "One self-contained page, report.html: warnings, what was asked, pictures and numbers case by case, manifest and provenance.";
    }

    @Override
    public String example() {
        return "type: html\nfigures: true";
    }

    @Override
    public Report create(HtmlConfig config, Context context) {
        return new HtmlReport(config.figures());
    }
}
