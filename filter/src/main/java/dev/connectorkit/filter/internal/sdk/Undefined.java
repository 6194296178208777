package dev.connectorkit.filter.internal.sdk;

/** What JavaScript has in place of an absent value; null is a value of its own. */
enum Undefined {
    VALUE
}
