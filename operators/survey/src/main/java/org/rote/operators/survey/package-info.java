/**
 * What the operators of a seismic survey have in common, as records that a manifest fills:
 *
 * <pre>{@code
 * grid: { shape: [70, 70], spacing: 10 m }
 * sources: { type: line, from: [0 m, 20 m], to: [0 m, 680 m], count: 20 }
 * receivers: { type: points, at: [[700 m, 20 m], [700 m, 350 m], [700 m, 680 m]] }
 * interpolation: sinc
 * }</pre>
 *
 * <p>Operators in time say {@code shots} for the sources, {@code receivers} of each shot, {@code time} and {@code wavelet}: {@link Shot#of}, {@link Recording}, {@link Wavelet}.
 *
 * <p>Coordinates are (x, z) or (x, y, z) in m, z downwards, from the corner of the grid. A plugin that uses these records requires this module, which the application has.
 */
package org.rote.operators.survey;
