/** Connectors outside of connectorkit's own packages, as authors write them. */
@NullMarked
package com.example.streaming;

import org.jspecify.annotations.NullMarked;
