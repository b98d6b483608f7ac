package org.rote.spi;

/**
 * A computation cannot go on: a value is no longer finite, a matrix is not positive definite, a solve did not converge. The message says which index or
 * iteration and what to do; the engine adds the case. Exit code 4.
 */
public sealed class NumericsException extends RuntimeException permits ResourceException {

    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param message what happened, where (iteration, index, values with units) and how to fix it
     */
    public NumericsException(String message) {
        super(message);
    }

    /**
     * With a message for the user and a cause for {@code --debug}.
     *
     * @param message what happened, where and how to fix it
     * @param cause what was thrown
     */
    public NumericsException(String message, Throwable cause) {
        super(message, cause);
    }
}
