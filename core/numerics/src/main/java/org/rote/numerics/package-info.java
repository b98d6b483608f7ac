/** Dense linear algebra and random streams shared by plugins. */
package org.rote.numerics;
