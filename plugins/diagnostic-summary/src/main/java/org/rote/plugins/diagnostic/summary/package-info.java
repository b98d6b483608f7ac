/** Summaries of the draws. */
package org.rote.plugins.diagnostic.summary;
