package dev.connectorkit.dsl.spec.lint;

import java.util.Locale;

/**
 * How much a finding matters; the gravest comes first.
 *
 * @since 0.1
 */
public enum Severity {
    /** The platform or the connector will misbehave. */
    ERROR,
    /** Likely a mistake. */
    WARNING,
    /** An oddity: legal, yet worth knowing. */
    INFORMATION;

    /** Returns the word both renderings use. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
