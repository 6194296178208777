package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An application that a source knows of. Immutable; every {@code with…} returns a new value.
 *
 * <p>The platform documents some 25 optional members and takes any other; each documented one has a method of its own
 * here, and {@link #with} sets the rest.
 *
 * @param id the application's id on the source
 * @param primaryAppName the application's name
 * @param description what the application is
 * @param members all other members, by name, in order
 */
public record DiscoveredApplication(String id, String primaryAppName, String description, JsonObject members)
        implements JsonWritable {

    /** How risky an application is. */
    public enum RiskLevel {
        /** Little risk. */
        LOW("Low"),
        /** Some risk. */
        MEDIUM("Medium"),
        /** Much risk. */
        HIGH("High");

        private final String wireName;

        RiskLevel(String wireName) {
            this.wireName = wireName;
        }

        /** Returns the level as it stands on the wire: {@code Low}, {@code Medium} or {@code High}. */
        public String wireName() {
            return wireName;
        }
    }

    /** Checks that everything is there. */
    public DiscoveredApplication {
        requireNonNull(id, "id");
        requireNonNull(primaryAppName, "primaryAppName");
        requireNonNull(description, "description");
        requireNonNull(members, "members");
    }

    /** Returns an application with the members that each must have. */
    public static DiscoveredApplication of(String id, String primaryAppName, String description) {
        return new DiscoveredApplication(id, primaryAppName, description, JsonValue.EMPTY_JSON_OBJECT);
    }

    /**
     * Returns this application with another member.
     *
     * @param value text, a boolean, a number, a JSON-P value, or lists and maps of these
     * @throws IllegalArgumentException if the value has no JSON form; the message names its class
     */
    public DiscoveredApplication with(String member, Object value) {
        requireNonNull(member, "member");
        var json = Json.toValue(out -> Json.writePlain(out, requireNonNull(value, "value")));
        return new DiscoveredApplication(
                id,
                primaryAppName,
                description,
                Json.provider().createObjectBuilder(members).add(member, json).build());
    }

    /** Returns a member as a plain Java value, or null if the application has none of that name. */
    public @Nullable Object get(String member) {
        return Members.plain(members, member);
    }

    /** Returns this application with its risk level. */
    public DiscoveredApplication withRiskLevel(RiskLevel riskLevel) {
        return with("riskLevel", riskLevel.wireName());
    }

    /** Returns this application with groups, each in the source's shape. */
    public DiscoveredApplication withGroups(List<? extends Map<String, ?>> groups) {
        return with("groups", groups);
    }

    /** Returns this application with attributes of the source's own. */
    public DiscoveredApplication withAttributes(Map<String, ? extends @Nullable Object> attributes) {
        return with("attributes", attributes);
    }

    /** Returns this application with another name of the application. */
    public DiscoveredApplication withSecondaryAppName(String secondaryAppName) {
        return with("secondaryAppName", secondaryAppName);
    }

    /** Returns this application with the application's status in the source's words. */
    public DiscoveredApplication withStatus(String status) {
        return with("status", status);
    }

    /** Returns this application with the category of connector that could manage the application. */
    public DiscoveredApplication withConnectorCategory(String connectorCategory) {
        return with("connectorCategory", connectorCategory);
    }

    /** Returns this application knowing how many licences there are. */
    public DiscoveredApplication withLicenseCount(long licenseCount) {
        return with("licenseCount", licenseCount);
    }

    /** Returns this application knowing whether the organisation allows the application. */
    public DiscoveredApplication withSanctioned(boolean sanctioned) {
        return with("isSanctioned", sanctioned);
    }

    /** Returns this application with the address of the application's logo. */
    public DiscoveredApplication withLogo(String logo) {
        return with("logo", logo);
    }

    /** Returns this application with the address of the application. */
    public DiscoveredApplication withAppUrl(String appUrl) {
        return with("appUrl", appUrl);
    }

    /** Returns this application knowing when the application was first seen, as ISO 8601 text. */
    public DiscoveredApplication withCreatedAt(String createdAt) {
        return with("createdAt", createdAt);
    }

    /** Returns this application knowing when the application last changed, as ISO 8601 text. */
    public DiscoveredApplication withUpdatedAt(String updatedAt) {
        return with("updatedAt", updatedAt);
    }

    /** Returns this application knowing how many users there are, as text. */
    public DiscoveredApplication withUsersCount(String usersCount) {
        return with("usersCount", usersCount);
    }

    /** Returns this application knowing who owns the application. */
    public DiscoveredApplication withApplicationOwner(List<String> applicationOwner) {
        return with("applicationOwner", applicationOwner);
    }

    /** Returns this application knowing who owns the application in IT. */
    public DiscoveredApplication withItApplicationOwner(List<String> itApplicationOwner) {
        return with("itApplicationOwner", itApplicationOwner);
    }

    /** Returns this application knowing how critical the application is, in the source's words. */
    public DiscoveredApplication withBusinessCriticality(String businessCriticality) {
        return with("businessCriticality", businessCriticality);
    }

    /** Returns this application knowing how confidential the application's data is, in the source's words. */
    public DiscoveredApplication withDataClassification(String dataClassification) {
        return with("dataClassification", dataClassification);
    }

    /** Returns this application with the business unit the application belongs to. */
    public DiscoveredApplication withBusinessUnit(String businessUnit) {
        return with("businessUnit", businessUnit);
    }

    /** Returns this application knowing how the application is installed, such as on premise or in the cloud. */
    public DiscoveredApplication withInstallType(String installType) {
        return with("installType", installType);
    }

    /** Returns this application with the environment, such as production. */
    public DiscoveredApplication withEnvironment(String environment) {
        return with("environment", environment);
    }

    /** Returns this application with the risk score, as text. */
    public DiscoveredApplication withRiskScore(String riskScore) {
        return with("riskScore", riskScore);
    }

    /** Returns this application knowing whether the application gives privileged access. */
    public DiscoveredApplication withPrivileged(boolean privileged) {
        return with("isPrivileged", privileged);
    }

    /** Returns this application knowing when the warranty ends, as ISO 8601 text. */
    public DiscoveredApplication withWarrantyExpiration(String warrantyExpiration) {
        return with("warrantyExpiration", warrantyExpiration);
    }

    /** Returns this application knowing whether the application is in operation, in the source's words. */
    public DiscoveredApplication withOperationalStatus(String operationalStatus) {
        return with("operationalStatus", operationalStatus);
    }

    /** Reads an application. */
    public static DiscoveredApplication fromJson(JsonValue json) {
        var object = Members.object(json, "an application");
        return new DiscoveredApplication(
                Members.requiredText(object, "output", "id"),
                Members.requiredText(object, "output", "primaryAppName"),
                Members.requiredText(object, "output", "description"),
                Members.without(object, "id", "primaryAppName", "description"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject()
                .write("id", id)
                .write("primaryAppName", primaryAppName)
                .write("description", description);
        members.forEach(out::write);
        out.writeEnd();
    }
}
