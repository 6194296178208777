/**
 * The SDK dialect: what the filter class of the TypeScript SDK does with a filter string, to the letter.
 *
 * <p>{@link dev.connectorkit.filter.internal.sdk.SdkProgram} is the way in. The names of the JavaScript values and
 * operations are those of ECMA-262.
 */
@NullMarked
package dev.connectorkit.filter.internal.sdk;

import org.jspecify.annotations.NullMarked;
