package org.rote.app;

/** The plugins cannot be used as they are: none are there, or two claim one name. */
final class PluginsUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    PluginsUnusable(String message) {
        super(message);
    }
}
