/** A sampler beside what it approximates: {@code against-reference} holds the draws of a case against the closed form of another case on the same posterior. */
package org.rote.plugins.diagnostic.comparison;
