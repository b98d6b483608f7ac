/** The operators {@code acoustic-cuda} and {@code born-cuda}: waves on a graphics card. */
package org.rote.operators.cuda;
