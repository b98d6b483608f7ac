package org.rote.engine.plugins;

/** A plugin that was asked for something failed in a way that no manifest can be blamed for. Exit code 3. */
public final class PluginException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Names the plugin and the place in the manifest that asked for it.
     *
     * @param offer what was used
     * @param action what it was asked for: {@code create}
     * @param where the place in the manifest: {@code study.yaml:14}
     * @param cause what it threw
     */
    public PluginException(Offer<?> offer, String action, String where, Throwable cause) {
        super(where + "  " + message(offer, action, cause), cause);
    }

    /**
     * Names the plugin.
     *
     * @param offer what was used
     * @param action what it was asked for
     * @param cause what it threw
     */
    public PluginException(Offer<?> offer, String action, Throwable cause) {
        super(message(offer, action, cause), cause);
    }

    private static String message(Offer<?> offer, String action, Throwable cause) {
        String thrown = cause.getClass().getName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        return offer.point().section() + " \"" + offer.name() + "\" failed in " + action + ": " + thrown
                + "\n  in   plugin " + offer.source() + " (" + offer.source().directory() + ")"
                + "\n  fix  this is a fault of the plugin, not of the manifest: tell its author, with what --debug prints";
    }
}
