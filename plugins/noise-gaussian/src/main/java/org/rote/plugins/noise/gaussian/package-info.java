/** Independent Gaussian noise on the data, with one level for all data, one for each, or one relative to the largest datum. */
package org.rote.plugins.noise.gaussian;
