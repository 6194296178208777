package dev.connectorkit.dsl.spec;

import static dev.connectorkit.dsl.spec.ConfigItem.cardList;
import static dev.connectorkit.dsl.spec.ConfigItem.checkbox;
import static dev.connectorkit.dsl.spec.ConfigItem.keyValue;
import static dev.connectorkit.dsl.spec.ConfigItem.list;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.number;
import static dev.connectorkit.dsl.spec.ConfigItem.option;
import static dev.connectorkit.dsl.spec.ConfigItem.radio;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.secretTextArea;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.select;
import static dev.connectorkit.dsl.spec.ConfigItem.subMenu;
import static dev.connectorkit.dsl.spec.ConfigItem.text;
import static dev.connectorkit.dsl.spec.ConfigItem.textArea;
import static dev.connectorkit.dsl.spec.ConfigItem.toggle;
import static dev.connectorkit.dsl.spec.ConfigItem.url;
import static dev.connectorkit.dsl.spec.SchemaAttribute.bool;
import static dev.connectorkit.dsl.spec.SchemaAttribute.integer;
import static dev.connectorkit.dsl.spec.SchemaAttribute.longInteger;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.dsl.spec.TemplateField.CREATE_PASSWORD;
import static dev.connectorkit.dsl.spec.TemplateField.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConnectorSpecTest {
    static final ConnectorSpec EVERYTHING = ConnectorSpec.named("everything")
            .keyType(KeyType.COMPOUND)
            .commands(List.of("std:test-connection", "std:account:list", "custom:dryrun"))
            .stateful()
            .showDebugLoggingOption()
            .with("description", Members.JSON.createValue("Uses every documented feature"))
            .config(
                    menu(
                            "Connection",
                            section(
                                            "Access",
                                            radio(
                                                            "auth",
                                                            "Authentication",
                                                            option("basic", "Basic"),
                                                            option("key", "Key"))
                                                    .required()
                                                    .initially("basic"),
                                            text("user", "User").visibleWhen("auth", "basic"),
                                            secret("secret", "Password").visibleWhen("auth", "basic"),
                                            secretTextArea("secret", "Private key")
                                                    .visibleWhen("auth", "key"),
                                            url("baseUrl", "Base URL").placeholder("https://example.com"),
                                            number("pageSize", "Page size").initially(200))
                                    .helpMessage("How to reach the source")
                                    .docLink("Read more", "https://example.com/docs"),
                            section(
                                    "Behaviour",
                                    checkbox("dryRun", "Dry run").initially(true),
                                    toggle("trace", "Trace").visibleWhen("dryRun"),
                                    textArea("note", "Note").helpKey("Shown to nobody"),
                                    list("domains", "Domains").initially("example.com", "example.org"),
                                    keyValue("headers", "Headers", "Name", "Value")
                                            .maxLength(100))),
                    menu(
                            "Tables",
                            section(
                                    "Tables",
                                    cardList(
                                                    "tables",
                                                    "Tables",
                                                    "name",
                                                    "id",
                                                    subMenu(
                                                            "Table",
                                                            text("name", "Name").required(),
                                                            text("id", "Id"),
                                                            select("kind", "Kind", option("a", "A"), option("b", "B"))
                                                                    .initially("a")))
                                            .buttonLabel("Add table")
                                            .indexKey("position")
                                            .allowing(CardList.Action.ADD, CardList.Action.REORDER))))
            .accounts(
                    string("id", "Id").identity(),
                    string("name").display().required(),
                    bool("active", "Active"),
                    integer("age", "Age"),
                    longInteger("badge", "Badge"),
                    string("groups", "Groups").multi().entitlement().managed().group(),
                    string("roles", "Roles").multi().entitlement("role"))
            .entitlements(
                    "group",
                    string("id", "Id").identity(),
                    string("name", "Name").display())
            .entitlements(Schema.entitlement("role", string("id", "Id").identity())
                    .includePermissions()
                    .with("hierarchyAttribute", Members.JSON.createValue("id")))
            .accountCreateTemplate(
                    field("name").required().fromIdentity("displayName"),
                    field("status", "Status").fixed("Active"),
                    field("password").required().generated(CREATE_PASSWORD),
                    field("age").type(AttributeType.INT),
                    field("id").uniqueAccountId("$(firstname).$(lastname)$(uniqueCounter)", 20, 50))
            .build();

    @Test
    void every_documented_feature_is_written_as_the_platform_has_it() {
        assertThat(EVERYTHING.toText()).isEqualTo(resource("everything.json"));
    }

    @Test
    void what_was_written_reads_as_the_same_value() {
        assertThat(ConnectorSpec.parse(EVERYTHING.toText())).isEqualTo(EVERYTHING);
        assertThat(ConnectorSpec.of(EVERYTHING.toJson())).isEqualTo(EVERYTHING).hasSameHashCodeAs(EVERYTHING);
    }

    @Test
    void an_empty_object_reads_as_an_empty_spec() {
        var spec = ConnectorSpec.parse("{}");

        assertThat(spec.name()).isEmpty();
        assertThat(spec.keyType()).isNull();
        assertThat(spec.accountSchema().attributes()).isEmpty();
        assertThat(spec.toJson()).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void a_spec_without_commands_and_form_still_has_the_members_the_platform_requires() {
        assertThat(ConnectorSpec.named("bare").build().toText()).isEqualTo("""
                        {
                            "name": "bare",
                            "keyType": "simple",
                            "commands": [],
                            "sourceConfig": []
                        }
                        """);
    }

    @Test
    void text_that_is_no_json_is_refused_with_its_position() {
        assertThatThrownBy(() -> ConnectorSpec.parse("{\n  \"name\": 'x'\n}"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("line 2, column");
    }

    @Test
    void new_commands_replace_the_ones_that_were_read() {
        var spec = ConnectorSpec.parse("{\"name\": \"x\", \"commands\": \"std:account:list\"}");

        assertThat(spec.withCommands(List.of("std:test-connection")).toJson().getJsonArray("commands"))
                .hasToString("[\"std:test-connection\"]");
    }

    @Test
    void a_form_that_already_has_the_stateful_checkbox_keeps_it() {
        var form = menu("Menu", section("Section", checkbox(ConnectorSpec.STATEFUL_KEY, "Only changes")));
        var spec = ConnectorSpec.named("x").config(form).stateful().build();

        assertThat(spec.sourceConfig()).isEqualTo(List.of(form));
        assertThat(spec.supportsStatefulCommands()).isTrue();
    }

    @Test
    void a_stateful_connector_without_a_form_gets_one_with_the_checkbox() {
        var spec = ConnectorSpec.named("x").stateful().build();

        assertThat(spec.configItems())
                .containsExactly(
                        checkbox(ConnectorSpec.STATEFUL_KEY, "Stateful").required());
    }

    @Test
    void the_roles_of_a_schema_come_from_its_attributes() {
        var schema = Schema.account(string("id").identity(), string("groups").entitlement());

        assertThat(schema.identityAttribute()).isEqualTo("id");
        assertThat(schema.displayAttribute()).isEqualTo("id");
        assertThat(schema.groupAttribute()).isEqualTo("groups");
        assertThat(schema.attribute("groups"))
                .isEqualTo(string("groups").entitlement().group());
        assertThat(schema.attribute("nobody")).isNull();
    }

    @Test
    void several_kinds_of_entitlements_need_no_group_attribute() {
        var schema = Schema.account(
                string("id").identity(),
                string("roles").entitlement("role"),
                string("teams").entitlement("team"));

        assertThat(schema.groupAttribute()).isNull();
    }

    static String resource(String name) {
        try (var in = Objects.requireNonNull(ConnectorSpecTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
