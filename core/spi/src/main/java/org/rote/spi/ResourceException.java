package org.rote.spi;

/**
 * What a computation runs on fails, whatever the model: a device breaks, or its memory is taken. A sampler or a check that goes on where one model cannot be
 * computed lets this pass, as another would meet the same; the engine adds the case. Exit code 4.
 */
public final class ResourceException extends NumericsException {

    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message what fails, of what there is too little, and how to fix it
     */
    public ResourceException(String message) {
        super(message);
    }

    /**
     * With a message for the user and a cause for {@code --debug}.
     *
     * @param message what fails, of what there is too little, and how to fix it
     * @param cause what was thrown
     */
    public ResourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
