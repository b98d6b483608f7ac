/** The loops over rows of a grid that take the time of acoustic stepping, on the Vector API or in plain Java. For this module only. */
package org.rote.operators.propagation.kernels;
