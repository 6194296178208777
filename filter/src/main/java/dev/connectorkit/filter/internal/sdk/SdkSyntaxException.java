package dev.connectorkit.filter.internal.sdk;

/** Thrown where the SDK's parser throws, for the same reason and at the same position. */
public final class SdkSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final String description;

    SdkSyntaxException(String description, int position) {
        super(description + " at character " + position);
        this.description = description;
        this.position = position;
    }

    /** Returns where the text cannot continue, in UTF-16 code units; at most one more than its length. */
    public int position() {
        return position;
    }

    /** Returns the SDK's wording, without the position. */
    public String description() {
        return description;
    }
}
