/** Reads a study, loads the plugins and runs the cases. */
package org.rote.engine;
