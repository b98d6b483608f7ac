/** The {@code rote} command: one class a subcommand, and one place each for the terminal, the plugins and what goes wrong. */
package org.rote.app;
