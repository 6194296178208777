package dev.connectorkit.testkit.jqwik;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountCreateInput;
import dev.connectorkit.dsl.command.AccountUpdateInput;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.filter.Filter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import net.jqwik.api.Arbitraries;
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
 * <p>For the accounts, inputs and filters of your own connector, extend it with the connector's specification:
 *
 * <pre>{@code
 * final class AirtableDomain extends ConnectorDomain {
 *     AirtableDomain() {
 *         super(airtable.spec());
 *     }
 * }
 * }</pre>
 *
 * <p>Without one, there is another specification for each sample.
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
 * <tr><td>{@link ConnectorSpec}</td><td>{@link Specs#valid()}, or the connector's own</td></tr>
 * <tr><td>{@link Account}</td><td>{@link Accounts#fitting(ConnectorSpec)}</td></tr>
 * <tr><td>{@link Entitlement}</td><td>{@link Entitlements#fitting(ConnectorSpec)}</td></tr>
 * <tr><td>{@link AccountCreateInput}</td><td>{@link CreateInputs#fitting}</td></tr>
 * <tr><td>{@link AccountUpdateInput}</td><td>{@link UpdateInputs#fitting}</td></tr>
 * <tr><td>{@link Filter}</td><td>{@link Filters#fitting} the accounts</td></tr>
 * </table>
 */
public class ConnectorDomain extends DomainContextBase {
    private final Arbitrary<ConnectorSpec> specs;

    /** Creates the domain of any connector. */
    public ConnectorDomain() {
        specs = Specs.valid();
    }

    /** Creates the domain of one connector. */
    protected ConnectorDomain(ConnectorSpec spec) {
        specs = Arbitraries.just(requireNonNull(spec, "spec"));
    }

    @Provide
    Arbitrary<ConnectorSpec> specs() {
        return specs;
    }

    @Provide
    Arbitrary<Account> accounts() {
        return specs.flatMap(Accounts::fitting);
    }

    @Provide
    Arbitrary<Entitlement> entitlements() {
        return specs.flatMap(Entitlements::fitting);
    }

    @Provide
    Arbitrary<AccountCreateInput> createInputs() {
        return specs.flatMap(CreateInputs::fitting);
    }

    @Provide
    Arbitrary<AccountUpdateInput> updateInputs() {
        return specs.filter(spec -> spec.accountSchema().attributes().size() > 1)
                .flatMap(UpdateInputs::fitting);
    }

    @Provide
    Arbitrary<Filter> filters() {
        return specs.flatMap(spec -> Filters.fitting(spec.accountSchema()));
    }

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
