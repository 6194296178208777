package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Where the platform takes a create template field's value from. Immutable; safe to share.
 *
 * @since 0.1
 */
public sealed interface InitialValue {
    /**
     * The value of an attribute of the identity the account is made for.
     *
     * @param name the identity attribute, such as {@code uid}
     */
    record FromIdentity(String name) implements InitialValue {
        /** Checks that nothing is null. */
        public FromIdentity {
            requireNonNull(name, "name");
        }
    }

    /**
     * The same value for every account.
     *
     * @param value the value
     */
    record Fixed(JsonValue value) implements InitialValue {
        /** Checks that nothing is null. */
        public Fixed {
            requireNonNull(value, "value");
        }
    }

    /**
     * What one of the platform's generators makes up.
     *
     * @param name the generator, such as {@link TemplateField#CREATE_PASSWORD}
     * @param template for unique ids, the pattern, such as {@code $(firstname).$(lastname)$(uniqueCounter)}
     * @param maxSize for unique ids, the number of characters at most
     * @param maxUniqueChecks for unique ids, how many candidates are tried
     */
    record Generated(
            String name,
            @Nullable String template,
            @Nullable Integer maxSize,
            @Nullable Integer maxUniqueChecks) implements InitialValue {
        /** Checks that there is a name. */
        public Generated {
            requireNonNull(name, "name");
        }
    }
}
