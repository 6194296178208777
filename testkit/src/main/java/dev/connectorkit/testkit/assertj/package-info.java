/**
 * AssertJ assertions on what connectors send.
 *
 * <p>Start at {@link dev.connectorkit.testkit.assertj.ConnectorAssertions}, whose one static import brings AssertJ's own
 * assertions along.
 */
@NullMarked
package dev.connectorkit.testkit.assertj;

import org.jspecify.annotations.NullMarked;
