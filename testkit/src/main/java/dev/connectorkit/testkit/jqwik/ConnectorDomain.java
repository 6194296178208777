package dev.connectorkit.testkit.jqwik;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * The arbitraries of this package, found by the type of a property's parameter.
 *
 * <pre>{@code
 * @Property
 * @Domain(ConnectorDomain.class)
 * void starts_with_any_configuration(@ForAll JsonObject config) {
 *     …
 * }
 * }</pre>
 *
 * <p>jqwik finds parameters of other types, such as numbers and text, only if {@code @Domain(DomainContext.Global.class)}
 * stands beside it.
 *
 * <table>
 * <caption>What is found</caption>
 * <tr><th>type</th><th>arbitrary</th></tr>
 * <tr><td>{@link JsonValue}</td><td>{@link JsonValues#values()}</td></tr>
 * <tr><td>{@link JsonObject}</td><td>configurations, {@link StoreEdits#configs()}</td></tr>
 * <tr><td>{@link JsonPair}</td><td>{@link JsonValues#nearMisses()}</td></tr>
 * <tr><td>{@link StoreRun}</td><td>{@link StoreEdits#interleavings()}</td></tr>
 * </table>
 */
public final class ConnectorDomain extends DomainContextBase {
    /** Creates the domain. */
    public ConnectorDomain() {}

    @Provide
    Arbitrary<JsonValue> jsonValues() {
        return JsonValues.values();
    }

    @Provide
    Arbitrary<JsonObject> configs() {
        return StoreEdits.configs();
    }

    @Provide
    Arbitrary<JsonPair> nearMisses() {
        return JsonValues.nearMisses();
    }

    @Provide
    Arbitrary<StoreRun> storeRuns() {
        return StoreEdits.interleavings();
    }
}
