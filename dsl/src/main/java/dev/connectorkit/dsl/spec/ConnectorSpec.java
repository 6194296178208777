package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that {@code connector-spec.json} says. Immutable; safe to share and cache.
 *
 * <p>Reading is lenient and lossless: what is missing reads as empty, what is not understood is kept in the {@code extras} of
 * the value it stands in, and {@link #toJson()} gives it back. Writing is canonical: members in the order of the platform's
 * documentation, undocumented ones after them by name.
 *
 * @param name the connector's name as it appears in the platform
 * @param keyType the shape of keys, or null where a file does not say, which means simple keys
 * @param commands the commands the connector handles
 * @param supportsStatefulCommands whether lists can be asked for changes only
 * @param showDebugLoggingOption whether administrators can switch debug logging on
 * @param sourceConfigInitialValues the values the form starts with, by item key
 * @param sourceConfig the form in which an administrator configures a source
 * @param accountSchema the attributes of accounts; none when the spec leaves the schema out
 * @param entitlementSchemas the attributes of entitlements, by type
 * @param accountCreateTemplate what the platform sends when it creates an account
 * @param extras members this model does not know
 * @see <a href="https://developer.sailpoint.com/docs/connectivity/saas-connectivity/connector-spec">Connector
 *     specification file</a>
 * @since 0.1
 */
public record ConnectorSpec(
        String name,
        @Nullable KeyType keyType,
        List<String> commands,
        boolean supportsStatefulCommands,
        boolean showDebugLoggingOption,
        JsonObject sourceConfigInitialValues,
        List<ConfigElement> sourceConfig,
        Schema.Account accountSchema,
        List<Schema.Entitlement> entitlementSchemas,
        List<TemplateField> accountCreateTemplate,
        JsonObject extras) {
    /** The config key under which the platform stores whether lists are asked for changes only. */
    public static final String STATEFUL_KEY = "spConnEnableStatefulCommands";

    /** Checks that nothing is null but the key type, and copies the lists. */
    public ConnectorSpec {
        requireNonNull(name, "name");
        commands = List.copyOf(commands);
        requireNonNull(sourceConfigInitialValues, "sourceConfigInitialValues");
        sourceConfig = List.copyOf(sourceConfig);
        requireNonNull(accountSchema, "accountSchema");
        entitlementSchemas = List.copyOf(entitlementSchemas);
        accountCreateTemplate = List.copyOf(accountCreateTemplate);
        requireNonNull(extras, "extras");
    }

    /** Starts the definition of a spec. */
    public static Builder named(String name) {
        return new Builder(requireNonNull(name, "name"));
    }

    /**
     * Reads the text of a {@code connector-spec.json}.
     *
     * @throws SpecException if the text is no JSON object; it names the line and column
     */
    public static ConnectorSpec parse(String json) {
        requireNonNull(json, "json");
        try (var reader = Members.JSON.createReader(new StringReader(json))) {
            return of(reader.readObject());
        } catch (JsonParsingException malformed) {
            var at = malformed.getLocation();
            throw unreadable("line " + at.getLineNumber() + ", column " + at.getColumnNumber(), malformed);
        } catch (JsonException malformed) {
            throw unreadable("the text", malformed);
        }
    }

    private static SpecException unreadable(String place, JsonException cause) {
        var problem = new SpecProblem(place, "this is no JSON object");
        var exception = new SpecException("connector-spec.json", List.of(problem));
        exception.initCause(cause);
        return exception;
    }

    /** Reads a spec from its JSON. */
    public static ConnectorSpec of(JsonObject json) {
        return SpecReader.spec(requireNonNull(json, "json"));
    }

    /** Returns the spec as the platform's JSON, members in canonical order. */
    public JsonObject toJson() {
        return SpecWriter.spec(this);
    }

    /** Returns {@link #toJson()} as indented text with a final newline, fit for a file. */
    public String toText() {
        return JsonText.indented(toJson());
    }

    /** Returns the items of the form in order, without the sub-items of cards. */
    public List<ConfigItem> configItems() {
        return InitialValues.items(sourceConfig);
    }

    /** Returns the entitlement schema of that type, or null. */
    public Schema.@Nullable Entitlement entitlementSchema(String type) {
        requireNonNull(type, "type");
        return entitlementSchemas.stream()
                .filter(schema -> schema.type().equals(type))
                .findFirst()
                .orElse(null);
    }

    /** Returns this spec with these commands in place of its own. */
    public ConnectorSpec withCommands(Collection<String> others) {
        return new ConnectorSpec(
                name,
                keyType,
                List.copyOf(others),
                supportsStatefulCommands,
                showDebugLoggingOption,
                sourceConfigInitialValues,
                sourceConfig,
                accountSchema,
                entitlementSchemas,
                accountCreateTemplate,
                Members.without(extras, "commands"));
    }

    ConnectorSpec withExtras(JsonObject unknown) {
        return new ConnectorSpec(
                name,
                keyType,
                commands,
                supportsStatefulCommands,
                showDebugLoggingOption,
                sourceConfigInitialValues,
                sourceConfig,
                accountSchema,
                entitlementSchemas,
                accountCreateTemplate,
                unknown);
    }

    /** Collects a definition. Belongs to one caller; not safe for concurrent use. */
    public static final class Builder {
        private final String name;
        private KeyType keyType = KeyType.SIMPLE;
        private List<String> commands = List.of();
        private boolean stateful;
        private boolean debugLogging;
        private final List<ConfigElement> form = new ArrayList<>();
        private Schema.Account accounts = Schema.Account.NONE;
        private final List<Schema.Entitlement> entitlements = new ArrayList<>();
        private final List<TemplateField> template = new ArrayList<>();
        private JsonObject extras = JsonValue.EMPTY_JSON_OBJECT;

        private Builder(String name) {
            this.name = name;
        }

        /** Says which shape of key the platform sends and expects; without it, simple keys. */
        public Builder keyType(KeyType type) {
            keyType = requireNonNull(type, "type");
            return this;
        }

        /** Names the commands the connector handles. */
        public Builder commands(Collection<String> types) {
            commands = List.copyOf(types);
            return this;
        }

        /**
         * Declares that lists can be asked for changes only. Sets the flag and adds the checkbox by which an administrator
         * switches this on, which the platform wants both; a checkbox of that key that is already there is kept.
         */
        public Builder stateful() {
            stateful = true;
            return this;
        }

        /** Lets administrators switch debug logging on. */
        public Builder showDebugLoggingOption() {
            debugLogging = true;
            return this;
        }

        /** Adds menus to the form in which an administrator configures a source. */
        public Builder config(Menu... menus) {
            form.addAll(List.of(menus));
            return this;
        }

        /** Gives accounts these attributes. */
        public Builder accounts(SchemaAttribute... attributes) {
            return accounts(Schema.account(attributes));
        }

        /** Gives accounts this schema. */
        public Builder accounts(Schema.Account schema) {
            accounts = requireNonNull(schema, "schema");
            return this;
        }

        /** Gives entitlements of a type, such as {@code group}, these attributes. */
        public Builder entitlements(String type, SchemaAttribute... attributes) {
            return entitlements(Schema.entitlement(type, attributes));
        }

        /** Adds the schema of one type of entitlement. */
        public Builder entitlements(Schema.Entitlement schema) {
            entitlements.add(requireNonNull(schema, "schema"));
            return this;
        }

        /** Adds what the platform sends when it creates an account. */
        public Builder accountCreateTemplate(TemplateField... fields) {
            template.addAll(List.of(fields));
            return this;
        }

        /** Adds a member the platform does not document, such as {@code description}; it is written as it is. */
        public Builder with(String member, JsonValue value) {
            extras = Members.with(extras, member, value);
            return this;
        }

        /** Returns the definition's mistakes, all of them, in the order of the definition. */
        public List<SpecProblem> problems() {
            return DefinitionRules.check(spec());
        }

        /**
         * Returns the spec.
         *
         * @throws SpecException if the definition has mistakes; it lists all of them
         */
        public ConnectorSpec build() {
            var spec = spec();
            var problems = DefinitionRules.check(spec);
            if (!problems.isEmpty()) {
                throw new SpecException("connector `" + name + "`", problems);
            }
            return spec;
        }

        private ConnectorSpec spec() {
            var elements = stateful ? StatefulItem.addTo(form) : form;
            return new ConnectorSpec(
                    name,
                    keyType,
                    commands,
                    stateful,
                    debugLogging,
                    InitialValues.collect(elements),
                    elements,
                    accounts,
                    entitlements,
                    template,
                    withRequiredMembers(elements));
        }

        /** The platform documents these members as required, so they are written even when there is nothing to say. */
        private JsonObject withRequiredMembers(List<ConfigElement> elements) {
            var members = commands.isEmpty() ? Members.with(extras, "commands", JsonValue.EMPTY_JSON_ARRAY) : extras;
            return elements.isEmpty() ? Members.with(members, "sourceConfig", JsonValue.EMPTY_JSON_ARRAY) : members;
        }
    }
}
