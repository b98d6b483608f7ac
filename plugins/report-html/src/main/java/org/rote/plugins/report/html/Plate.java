package org.rote.plugins.report.html;

import org.rote.spi.Figure;
import org.rote.spi.Report.CaseResult;

/**
 * A picture in the page.
 *
 * @param id its name in the page
 * @param file where it is written beside the page, with {@code /} between folders
 * @param subject the case it belongs to
 * @param diagnostic the diagnostic that gave it
 * @param figure what it shows
 */
record Plate(String id, String file, CaseResult subject, String diagnostic, Figure figure) {}
