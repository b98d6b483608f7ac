/** Finds plugins, each a directory of jars in a module layer of its own, and lists what they offer. */
package org.rote.engine.plugins;
