package org.rote.engine.plugins;

/** Ends the loading of one plugin. */
final class PluginLoadException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient PluginFailure failure;

    PluginLoadException(PluginFailure failure) {
        super(failure.what());
        this.failure = failure;
    }

    PluginFailure failure() {
        return failure;
    }
}
