/** The rote command. */
package org.rote.app;
