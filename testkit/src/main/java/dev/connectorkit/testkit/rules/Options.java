package dev.connectorkit.testkit.rules;

import dev.connectorkit.testkit.simulation.SourceControl;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to validate.
 *
 * @param config the source's configuration
 * @param spec the specification; null to ask the connector for it
 * @param seed the seed of everything that is made up
 * @param limit how many objects a rule looks at one by one
 * @param readOnly whether rules that change data are left out
 * @param softDelete whether a deleted account stays, disabled
 * @param readOnlyAttributes the attributes that an update may ignore
 * @param values values to use for attributes, instead of made-up ones
 * @param bypasses the reasons for leaving rules out, by id
 * @param source the hand on the source; null if there is none
 */
record Options(
        JsonObject config,
        @Nullable JsonObject spec,
        long seed,
        int limit,
        boolean readOnly,
        boolean softDelete,
        Set<String> readOnlyAttributes,
        Map<String, JsonValue> values,
        Map<String, String> bypasses,
        @Nullable SourceControl source) {

    private static final int DEFAULT_LIMIT = 20;

    Options {
        readOnlyAttributes = Set.copyOf(readOnlyAttributes);
        values = Map.copyOf(values);
        bypasses = Map.copyOf(bypasses);
    }

    /** Returns whether the values of an attribute are given, and none is to be made up. */
    boolean isGiven(@Nullable String attribute) {
        return attribute != null && values.containsKey(attribute);
    }

    static Options standard() {
        return new Options(
                JsonValue.EMPTY_JSON_OBJECT, null, 1, DEFAULT_LIMIT, false, false, Set.of(), Map.of(), Map.of(), null);
    }

    Options withConfig(JsonObject config) {
        return new Options(
                config, spec, seed, limit, readOnly, softDelete, readOnlyAttributes, values, bypasses, source);
    }

    Options withSpec(JsonObject spec) {
        return new Options(
                config, spec, seed, limit, readOnly, softDelete, readOnlyAttributes, values, bypasses, source);
    }

    Options withSeed(long seed) {
        return new Options(
                config, spec, seed, limit, readOnly, softDelete, readOnlyAttributes, values, bypasses, source);
    }

    Options withLimit(int limit) {
        return new Options(
                config, spec, seed, limit, readOnly, softDelete, readOnlyAttributes, values, bypasses, source);
    }

    Options withReadOnly() {
        return new Options(config, spec, seed, limit, true, softDelete, readOnlyAttributes, values, bypasses, source);
    }

    Options withSoftDelete() {
        return new Options(config, spec, seed, limit, readOnly, true, readOnlyAttributes, values, bypasses, source);
    }

    Options withReadOnlyAttributes(Set<String> names) {
        return new Options(config, spec, seed, limit, readOnly, softDelete, names, values, bypasses, source);
    }

    Options withValue(String attribute, JsonValue value) {
        var more = new LinkedHashMap<>(values);
        more.put(attribute, value);
        return new Options(config, spec, seed, limit, readOnly, softDelete, readOnlyAttributes, more, bypasses, source);
    }

    Options withBypass(String rule, String reason) {
        var more = new LinkedHashMap<>(bypasses);
        more.put(rule, reason);
        return new Options(config, spec, seed, limit, readOnly, softDelete, readOnlyAttributes, values, more, source);
    }

    Options withSource(SourceControl source) {
        return new Options(
                config, spec, seed, limit, readOnly, softDelete, readOnlyAttributes, values, bypasses, source);
    }
}
