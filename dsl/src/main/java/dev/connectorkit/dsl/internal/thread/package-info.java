/** Threads that may block. Internal: may change in any release. */
@NullMarked
package dev.connectorkit.dsl.internal.thread;

import org.jspecify.annotations.NullMarked;
