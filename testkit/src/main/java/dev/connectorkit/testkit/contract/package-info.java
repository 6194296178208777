/**
 * Suites that an implementation inherits: implement an interface's one method in a test class, and run it.
 *
 * <p>Start at {@link dev.connectorkit.testkit.contract.DataStoreContract}.
 */
@NullMarked
package dev.connectorkit.testkit.contract;

import org.jspecify.annotations.NullMarked;
