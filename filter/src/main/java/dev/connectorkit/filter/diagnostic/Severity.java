package dev.connectorkit.filter.diagnostic;

import java.util.Locale;

/** How much an issue weighs. Only errors keep a filter from being used. */
public enum Severity {
    /** The text is refused. */
    ERROR,
    /** The filter works, but hardly as intended. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** Returns the word used in reports: {@code error}, {@code warning} or {@code info}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
