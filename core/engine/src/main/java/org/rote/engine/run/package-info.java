/**
 * From a bound study to a finished run directory: {@link org.rote.engine.run.Runner} wires the cases, runs each sampler, asks the diagnostics and writes what
 * came of it.
 *
 * <p>A run directory grows like this, and at any moment of it the process may be killed:
 *
 * <ol>
 *   <li>{@code manifest.yaml} and {@code provenance.json} say what is being run;
 *   <li>{@code cases/<case>/} receives draws and traces; every few seconds {@code checkpoint.bin} notes how far they are good and the sampler's state;
 *   <li>{@code case.json} marks a case whose sampler is done;
 *   <li>{@code summary.json} and the report are written when all cases are through.
 * </ol>
 *
 * <p>Every file but the draws that are being streamed is written whole under another name and then moved into place.
 */
package org.rote.engine.run;
