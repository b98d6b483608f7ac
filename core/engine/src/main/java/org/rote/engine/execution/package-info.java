/** How work is done: tasks on threads, the user's wish to stop, and the display of progress. */
package org.rote.engine.execution;
