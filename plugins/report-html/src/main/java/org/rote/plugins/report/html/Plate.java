package org.rote.plugins.report.html;

import org.rote.spi.Figure;

/**
 * A picture in the page.
 *
 * @param id its name in the page
 * @param file where it is written beside the page, with {@code /} between folders
 * @param subject the case or pool that it belongs to
 * @param diagnostic the diagnostic that gave it
 * @param figure what it shows
 */
record Plate(String id, String file, Subject subject, String diagnostic, Figure figure) {}
