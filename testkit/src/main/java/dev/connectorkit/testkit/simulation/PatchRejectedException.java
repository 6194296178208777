package dev.connectorkit.testkit.simulation;

/**
 * A patch that RFC 6902 does not allow or that does not fit the document. Nothing of it was applied. The message names
 * the operation, counted from 1, and what is wrong with it.
 */
public final class PatchRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the rejection. */
    public PatchRejectedException(String message) {
        super(message);
    }
}
