/** Data sets made of others: some of their models, or all of several. */
package org.rote.plugins.dataset.geology.collection;
