/** Contracts to implement: one method gives the subject, default methods are the tests. */
@NullMarked
package dev.connectorkit.testkit.contract;

import org.jspecify.annotations.NullMarked;
