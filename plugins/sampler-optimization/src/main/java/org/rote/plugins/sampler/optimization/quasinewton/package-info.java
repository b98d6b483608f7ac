/**
 * A quasi-Newton method for smooth functions of many variables between bounds: L-BFGS-B (Byrd, Lu, Nocedal and Zhu, 1995; Morales and Nocedal, 2011) with the line search of Moré and Thuente (1994). It
 * knows nothing of inverse problems: functions of {@code double[]}.
 */
package org.rote.plugins.sampler.optimization.quasinewton;
