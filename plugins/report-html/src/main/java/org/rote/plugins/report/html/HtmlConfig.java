package org.rote.plugins.report.html;

import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The section {@code report} of type {@code html}.
 *
 * @param figures whether each picture is written as an SVG file too, {@code figures/<case>/<diagnostic>-<figure>.svg}, without repeating the
 *     name where a figure is called like its diagnostic
 */
public record HtmlConfig(
        @Doc("whether each picture is written as an SVG file beside the page too") @Default("true")
        boolean figures) {}
