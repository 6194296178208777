/**
 * The server as whole processes: a packaged connector beside the same connector on the TypeScript SDK's development
 * server, {@code spcx}. Folders and jars are named on the command line; docs/performance.md has it.
 */
@NullMarked
package dev.connectorkit.benchmarks.server;

import org.jspecify.annotations.NullMarked;
