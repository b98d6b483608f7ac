/**
 * Draws an {@link org.rote.spi.Figure} as SVG: {@link org.rote.plugins.report.html.picture.Picture} is the only way in.
 *
 * <p>From data to picture in four steps, each knowing only the ones before: {@code Extents} finds what the axes must span, {@code PanelPlan} sizes a panel and sets its
 * ticks, {@code Arrangement} puts the panels in rows, and the painters draw. Lengths are pixels of 1/96 inch.
 */
package org.rote.plugins.report.html.picture;
