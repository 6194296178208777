package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;

/** The specification of the reference connector. */
final class ReferenceSpec {
    static final JsonObject SPEC = Json.parse("""
            {
              "name": "reference",
              "keyType": "simple",
              "supportsStatefulCommands": true,
              "commands": [
                "std:test-connection", "std:account:list", "std:account:read", "std:account:create",
                "std:account:update", "std:account:delete", "std:account:enable", "std:account:disable",
                "std:account:unlock", "std:change-password", "std:authenticate",
                "std:entitlement:list", "std:entitlement:read"
              ],
              "sourceConfig": [
                {"type": "menu", "label": "Connection", "items": [
                  {"type": "section", "sectionTitle": "Source", "items": [
                    {"key": "baseUrl", "label": "Base URL", "type": "text", "required": true},
                    {"key": "token", "label": "Token", "type": "secret", "required": true},
                    {"key": "spConnEnableStatefulCommands", "label": "Stateful", "type": "checkbox", "required": true}
                  ]}
                ]}
              ],
              "accountSchema": {
                "displayAttribute": "name",
                "identityAttribute": "id",
                "groupAttribute": "groups",
                "attributes": [
                  {"name": "id", "type": "string", "description": "Id"},
                  {"name": "name", "type": "string", "description": "Name"},
                  {"name": "email", "type": "string", "description": "Email"},
                  {"name": "department", "type": "string", "description": "Department"},
                  {"name": "age", "type": "int", "description": "Age"},
                  {"name": "badge", "type": "long", "description": "Badge"},
                  {"name": "contractor", "type": "boolean", "description": "Contractor"},
                  {"name": "aliases", "type": "string", "multi": true, "description": "Aliases"},
                  {"name": "levels", "type": "int", "multi": true, "description": "Levels"},
                  {"name": "groups", "type": "string", "multi": true, "entitlement": true, "managed": true,
                   "schemaObjectType": "group", "description": "Groups"},
                  {"name": "roles", "type": "string", "multi": true, "entitlement": true, "managed": true,
                   "schemaObjectType": "role", "description": "Roles"}
                ]
              },
              "entitlementSchemas": [
                {"type": "group", "displayAttribute": "name", "identityAttribute": "id", "attributes": [
                  {"name": "id", "type": "string", "description": "Id"},
                  {"name": "name", "type": "string", "description": "Name"}
                ]},
                {"type": "role", "displayAttribute": "name", "identityAttribute": "id", "attributes": [
                  {"name": "id", "type": "string", "description": "Id"},
                  {"name": "name", "type": "string", "description": "Name"},
                  {"name": "rank", "type": "int", "description": "Rank"}
                ]}
              ],
              "accountCreateTemplate": {"fields": [
                {"key": "id", "label": "Id", "type": "string", "required": true, "initialValue":
                  {"type": "generator", "attributes": {"name": "Create Unique Account ID", "template": "u$(uniqueCounter)"}}},
                {"key": "name", "label": "Name", "type": "string", "required": true, "initialValue":
                  {"type": "identityAttribute", "attributes": {"name": "displayName"}}},
                {"key": "email", "label": "Email", "type": "string", "required": false},
                {"key": "department", "label": "Department", "type": "string", "required": false},
                {"key": "age", "label": "Age", "type": "int", "required": false},
                {"key": "badge", "label": "Badge", "type": "long", "required": false},
                {"key": "contractor", "label": "Contractor", "type": "boolean", "required": false},
                {"key": "aliases", "label": "Aliases", "type": "string", "required": false},
                {"key": "password", "label": "Password", "type": "string", "required": true, "initialValue":
                  {"type": "generator", "attributes": {"name": "Create Password"}}}
              ]}
            }
            """).asJsonObject();

    static final JsonObject CONFIG = Json.object()
            .add("baseUrl", "https://source.example.com")
            .add("token", "s3cr3t-token-of-the-source")
            .build();

    private ReferenceSpec() {}
}
