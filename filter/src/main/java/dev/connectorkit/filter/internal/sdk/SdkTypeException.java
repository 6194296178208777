package dev.connectorkit.filter.internal.sdk;

/** Thrown where evaluating a filter in the SDK throws a {@code TypeError}; its message is that of the SDK. */
public final class SdkTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SdkTypeException(String message) {
        super(message);
    }
}
