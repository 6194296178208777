package dev.connectorkit.dsl;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.dsl.spec.AttributeType;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Maps a type of one's own to accounts or entitlements: schema and values in one place, so that they cannot drift apart.
 *
 * <pre>{@code
 * static final ObjectMapping<Person> PEOPLE = ObjectMapping.of(Person.class)
 *     .attribute(string("id", "Employee number").identity(), Person::id)
 *     .attribute(string("email", "Primary email").display(), Person::email)
 *     .attribute(string("groups", "Memberships").multi().entitlement().managed().group(), Person::groups)
 *     .disabled(Person::hasLeft);
 *
 * Connector.named("hr")
 *     .accounts(PEOPLE)
 *     .on(ACCOUNT_LIST, (context, input, response) ->
 *         client.people().map(PEOPLE::account).forEach(response::send))
 * }</pre>
 *
 * <p>The key is the identity attribute's value unless {@link #key} or {@link #compoundKey} says otherwise. Immutable; safe
 * to share.
 *
 * @param <T> the type of one's own
 */
public final class ObjectMapping<T> {
    private final Class<T> type;
    private final List<Member<T>> members;
    private final @Nullable Function<? super T, Key> key;
    private final @Nullable Predicate<? super T> disabled;
    private final @Nullable Predicate<? super T> locked;

    /**
     * Takes one attribute's value from an object.
     *
     * @param <T> the type of the object
     */
    @FunctionalInterface
    public interface Getter<T> {
        /** Returns text, a boolean, a whole number, null, or a collection of these. */
        @Nullable
        Object get(T object);
    }

    private record Member<T>(SchemaAttribute attribute, Getter<? super T> getter) {}

    private ObjectMapping(
            Class<T> type,
            List<Member<T>> members,
            @Nullable Function<? super T, Key> key,
            @Nullable Predicate<? super T> disabled,
            @Nullable Predicate<? super T> locked) {
        this.type = type;
        this.members = List.copyOf(members);
        this.key = key;
        this.disabled = disabled;
        this.locked = locked;
    }

    /** Starts the mapping of a type, without attributes. */
    public static <T> ObjectMapping<T> of(Class<T> type) {
        return new ObjectMapping<>(requireNonNull(type, "type"), List.of(), null, null, null);
    }

    /** Returns this mapping with one more attribute and where its value comes from. */
    public ObjectMapping<T> attribute(SchemaAttribute attribute, Getter<? super T> getter) {
        var more = new ArrayList<>(members);
        more.add(new Member<>(requireNonNull(attribute, "attribute"), requireNonNull(getter, "getter")));
        return new ObjectMapping<>(type, more, key, disabled, locked);
    }

    /** Returns this mapping with simple keys of this id. */
    public ObjectMapping<T> key(Function<? super T, String> id) {
        requireNonNull(id, "id");
        return new ObjectMapping<>(type, members, object -> Key.simple(id.apply(object)), disabled, locked);
    }

    /** Returns this mapping with compound keys of these ids. */
    public ObjectMapping<T> compoundKey(Function<? super T, String> lookupId, Function<? super T, String> uniqueId) {
        requireNonNull(lookupId, "lookupId");
        requireNonNull(uniqueId, "uniqueId");
        return new ObjectMapping<>(
                type,
                members,
                object -> Key.compound(lookupId.apply(object), uniqueId.apply(object)),
                disabled,
                locked);
    }

    /** Returns this mapping, which knows the accounts that may not be used. */
    public ObjectMapping<T> disabled(Predicate<? super T> disabled) {
        return new ObjectMapping<>(type, members, key, requireNonNull(disabled, "disabled"), locked);
    }

    /** Returns this mapping, which knows the accounts that are locked out. */
    public ObjectMapping<T> locked(Predicate<? super T> locked) {
        return new ObjectMapping<>(type, members, key, disabled, requireNonNull(locked, "locked"));
    }

    /** Returns the schema of accounts. */
    public Schema.Account accountSchema() {
        return Schema.account(attributes());
    }

    /** Returns the schema of entitlements of a type, such as {@code group}. */
    public Schema.Entitlement entitlementSchema(String entitlementType) {
        return Schema.entitlement(entitlementType, attributes());
    }

    private SchemaAttribute[] attributes() {
        return members.stream().map(Member::attribute).toArray(SchemaAttribute[]::new);
    }

    /**
     * Returns the account of an object.
     *
     * @throws IllegalArgumentException if a value is not of its attribute's type; the message names the attribute
     */
    public Account account(T object) {
        var values = values(object);
        var account = Account.of(keyOf(object, values)).withAttributes(values);
        if (disabled != null) {
            account = account.withDisabled(disabled.test(object));
        }
        return locked == null ? account : account.withLocked(locked.test(object));
    }

    /**
     * Returns the entitlement of an object.
     *
     * @throws IllegalArgumentException if a value is not of its attribute's type; the message names the attribute
     */
    public Entitlement entitlement(String entitlementType, T object) {
        var values = values(object);
        return Entitlement.of(entitlementType, keyOf(object, values)).withAttributes(values);
    }

    private Attributes values(T object) {
        var values = Attributes.builder();
        for (var member : members) {
            var value = member.getter().get(object);
            requireType(member.attribute(), value);
            values.set(member.attribute().name(), value);
        }
        return values.build();
    }

    private Key keyOf(T object, Attributes values) {
        if (key != null) {
            return key.apply(object);
        }
        for (var member : members) {
            var id = member.attribute().isIdentity()
                    ? values.text(member.attribute().name())
                    : null;
            if (id != null) {
                return Key.simple(id);
            }
        }
        throw new IllegalArgumentException(
                "a %s has no key: mark the attribute that identifies it identity(), or call key(…)"
                        .formatted(type.getSimpleName()));
    }

    private void requireType(SchemaAttribute attribute, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (attribute.isMulti()) {
            if (!(value instanceof Collection<?> several)) {
                throw mistyped(attribute, "several values", value);
            }
            several.forEach(element -> requireSingle(attribute, element));
        } else {
            requireSingle(attribute, value);
        }
    }

    private void requireSingle(SchemaAttribute attribute, @Nullable Object value) {
        if (value != null && !isOf(attribute.type(), value)) {
            throw mistyped(attribute, attribute.type().text(), value);
        }
    }

    private static boolean isOf(AttributeType type, Object value) {
        return switch (type) {
            case STRING -> value instanceof String;
            case BOOLEAN -> value instanceof Boolean;
            case INT -> value instanceof Integer || value instanceof Short || value instanceof Byte;
            case LONG ->
                value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
            case UNKNOWN -> true;
        };
    }

    private IllegalArgumentException mistyped(SchemaAttribute attribute, String declared, Object value) {
        return new IllegalArgumentException("attribute `%s` is declared as %s, but a %s gives a %s"
                .formatted(
                        attribute.name(),
                        declared,
                        type.getSimpleName(),
                        value.getClass().getSimpleName()));
    }
}
