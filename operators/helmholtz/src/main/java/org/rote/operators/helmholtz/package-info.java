/** The two-dimensional Helmholtz equation in squared slowness with perfectly matched layers. */
package org.rote.operators.helmholtz;
