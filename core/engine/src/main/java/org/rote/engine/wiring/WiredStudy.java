package org.rote.engine.wiring;

import java.util.List;
import org.rote.engine.manifest.Section;
import org.rote.spi.Report;

/**
 * A study, ready to run.
 *
 * @param cases the cases in the order of the manifest
 * @param reports the reports in the order of the manifest
 */
public record WiredStudy(List<WiredCase> cases, List<Reporting> reports) {

    /** Copies the lists. */
    public WiredStudy {
        cases = List.copyOf(cases);
        reports = List.copyOf(reports);
    }

    /**
     * A report and where it stands.
     *
     * @param section its section
     * @param report the report
     */
    public record Reporting(Section<Report> section, Report report) {}
}
