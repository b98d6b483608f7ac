/**
 * The data set {@code basin}: random sections of sedimentary basins. What has happened to a basin is drawn as a list of events; a model is made by asking, for every cell, where its rock was before each of them, from the
 * youngest to the oldest, until the layer is found that it was deposited in.
 */
package org.rote.plugins.dataset.geology.basin;
