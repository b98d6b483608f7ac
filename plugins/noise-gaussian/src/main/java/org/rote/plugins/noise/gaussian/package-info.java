/** Independent Gaussian noise on the data. */
package org.rote.plugins.noise.gaussian;
