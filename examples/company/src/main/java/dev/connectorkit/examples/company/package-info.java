/**
 * An invented company to try connectors on: {@link dev.connectorkit.examples.company.Company} makes up its people and
 * groups, {@link dev.connectorkit.examples.company.CompanyTables} keeps them in a database. It stands for a source, and
 * knows nothing of connectors.
 */
@NullMarked
package dev.connectorkit.examples.company;

import org.jspecify.annotations.NullMarked;
