/** Measures how far a posterior collapsed onto training models. */
package org.rote.plugins.diagnostic.collapse;
