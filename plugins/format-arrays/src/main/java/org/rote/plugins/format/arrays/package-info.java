/** Datasets from NumPy, CSV and inline arrays. */
package org.rote.plugins.format.arrays;
