/** What a case comes to, by tests with stated false-alarm rates. */
package org.rote.plugins.diagnostic.verdict;
