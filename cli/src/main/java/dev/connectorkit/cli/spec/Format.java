package dev.connectorkit.cli.spec;

import java.util.Locale;

/** How a report is written. */
enum Format {
    TEXT,
    JSON;

    /** Returns the word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
