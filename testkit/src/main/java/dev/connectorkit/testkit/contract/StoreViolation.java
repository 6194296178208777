package dev.connectorkit.testkit.contract;

import org.jspecify.annotations.Nullable;

/** A store that broke a promise. The message names the promise and tells the whole run that led there. */
public final class StoreViolation extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final StoreProperty property;

    StoreViolation(StoreProperty property, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.property = property;
    }

    /** Returns the promise that was broken. */
    public StoreProperty property() {
        return property;
    }
}
