/** The contracts between Rote and its plugins. */
package org.rote.spi;
