/**
 * A connector for people and groups in an SQL database, written with connectorkit. Start reading at
 * {@link dev.connectorkit.examples.directory.DirectoryConnector}.
 */
@NullMarked
package dev.connectorkit.examples.directory;

import org.jspecify.annotations.NullMarked;
