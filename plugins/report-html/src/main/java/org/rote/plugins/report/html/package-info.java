/**
 * Writes the study's report as one page that needs nothing else: {@link org.rote.plugins.report.html.HtmlPlugin} offers the report {@code html}.
 *
 * <p>{@code Contents} puts a study's result in the order in which it is read; one class writes each section of the page; the pictures are drawn by {@code picture}.
 * The page holds no reference to anything outside it, and tells the browser to load nothing, by a content security policy with the hashes of its own style sheet and
 * script.
 */
package org.rote.plugins.report.html;
