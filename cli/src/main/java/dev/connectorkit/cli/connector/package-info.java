/** What commands share that are about a connector: how it is named on the command line, and found. */
@NullMarked
package dev.connectorkit.cli.connector;

import org.jspecify.annotations.NullMarked;
