/** Samplers of posteriors that have a closed form. */
package org.rote.plugins.sampler.closedform;
