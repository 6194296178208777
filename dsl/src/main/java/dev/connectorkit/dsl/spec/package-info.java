/**
 * What a connector tells the platform about itself: its configuration form, its schemas, its create template.
 *
 * <p>Every value here is immutable and safe to share. {@link dev.connectorkit.dsl.spec.ConfigItem}, {@link
 * dev.connectorkit.dsl.spec.SchemaAttribute} and {@link dev.connectorkit.dsl.spec.TemplateField} hold the factories meant
 * for a static import; {@link dev.connectorkit.dsl.spec.ConnectorSpec} is the whole, read from or written as {@code
 * connector-spec.json}.
 *
 * @since 0.1
 */
@NullMarked
package dev.connectorkit.dsl.spec;

import org.jspecify.annotations.NullMarked;
