package dev.connectorkit.testkit.assertj;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UNLOCK;
import static dev.connectorkit.dsl.spec.SchemaAttribute.integer;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.KeyType;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.lint.LintRule;
import dev.connectorkit.dsl.spec.lint.SpecLint;
import dev.connectorkit.filter.Filter;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.testkit.rules.RuleKind;
import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.rules.RuleStatus;
import dev.connectorkit.testkit.rules.ValidationReport;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every subject's assertions: what passes, and what a failure says. */
class SubjectAssertTest {
    private static final Schema.Account SCHEMA = Schema.account(
            string("id").identity(),
            string("email").display(),
            integer("age"),
            string("groups").multi().entitlement());

    private static void fails(ThrowingCallable assertion, String... parts) {
        var failure = assertThatThrownBy(assertion).isInstanceOf(AssertionError.class);
        for (var part : parts) {
            failure.hasMessageContaining(part);
        }
    }

    @Nested
    class OfAccounts {
        private final Account ada =
                Account.of("ada").with("id", "ada").with("age", 36).with("groups", List.of("b", "a", "b"));

        @Test
        void attributes_of_several_values_are_multisets() {
            assertThat(ada).hasAttribute("groups", List.of("a", "b", "b"));
            fails(
                    () -> assertThat(ada).hasAttribute("groups", List.of("a", "b")),
                    "expected attribute `groups` to be [a, b], but it is [b, a, b]");
        }

        @Test
        void a_text_is_no_number() {
            fails(() -> assertThat(ada).hasAttribute("age", "36"), "to be 36, but it is 36", "\"age\":36");
        }

        @Test
        void what_does_not_fit_the_schema_is_told_value_by_value() {
            assertThat(ada).fits(SCHEMA);
            fails(
                    () -> assertThat(ada.with("age", "36").with("groups", "a").with("tel", "1"))
                            .fits(SCHEMA),
                    "attribute `age` is declared int, but \"36\" is text",
                    "attribute `groups` is multi-valued, but \"a\" is no array",
                    "attribute `tel` is not declared in the schema");
        }

        @Test
        void the_failure_shows_the_account() {
            fails(() -> assertThat(ada).hasId("bob"), "expected the account `bob`, but it is `ada`", "{\"identity\"");
            fails(() -> assertThat(ada).hasNoAttribute("age"), "expected no attribute `age`, but it is 36");
            fails(() -> assertThat(ada).isLocked(), "expected `locked` to be true, but it is false");
            fails(() -> assertThat(ada).isDeleted(), "expected `deleted` to be true");
            fails(() -> assertThat((Account) null).hasId("ada"), "not to be null");
        }

        @Test
        void soft_assertions_tell_all_that_fails() {
            var softly = new SoftAssertions();
            softly.check(() -> assertThat(ada).hasId("bob"));
            softly.check(() -> assertThat(ada).isLocked());

            fails(softly::assertAll, "expected the account `bob`", "expected `locked`");
        }
    }

    @Nested
    class OfEntitlements {
        private final Entitlement admins = Entitlement.of("group", "admins").with("name", "Admins");

        @Test
        void an_entitlement_that_is_as_expected_passes() {
            assertThat(admins)
                    .hasId("admins")
                    .hasType("group")
                    .hasAttribute("name", "Admins")
                    .hasNoAttribute("owner")
                    .fits(Schema.entitlement("group", string("name").identity()));
            assertThat(Entitlement.deletion("group", Key.simple("x"))).isDeleted();
        }

        @Test
        void a_failure_says_what_was_found() {
            fails(
                    () -> assertThat(admins).hasType("role"),
                    "expected an entitlement of type `role`, but it is of type `group`",
                    "\"name\":\"Admins\"");
            fails(() -> assertThat(admins).hasId("staff"), "expected the entitlement `staff`, but it is `admins`");
            fails(() -> assertThat(admins).isDeleted(), "expected `deleted` to be true");
        }
    }

    @Nested
    class OfSchemas {
        @Test
        void a_schema_that_is_as_expected_passes() {
            assertThat(SCHEMA)
                    .hasAttributes("id", "email", "age", "groups")
                    .isIdentifiedBy("id")
                    .isDisplayedBy("email")
                    .declares(integer("age"))
                    .declares(string("email", "the address").display());
        }

        @Test
        void a_failure_says_what_was_found() {
            fails(() -> assertThat(SCHEMA).hasAttributes("id"), "but they are [id, email, age, groups]");
            fails(() -> assertThat(SCHEMA).isIdentifiedBy("email"), "the identity attribute `email`, but it is `id`");
            fails(() -> assertThat(SCHEMA).isDisplayedBy("id"), "the display attribute `id`, but it is `email`");
            fails(() -> assertThat(SCHEMA).declares(string("age")), "to be string[], but it is int[]");
            fails(() -> assertThat(SCHEMA).declares(string("tel")), "expected an attribute `tel`, but there is none");
        }
    }

    @Nested
    class OfSpecs {
        private final ConnectorSpec spec = ConnectorSpec.named("people")
                .commands(List.of("std:test-connection", "std:account:list"))
                .accounts(SCHEMA)
                .build();

        @Test
        void a_spec_that_is_as_expected_passes() {
            assertThat(spec)
                    .handles(ACCOUNT_LIST)
                    .doesNotHandle(ACCOUNT_UNLOCK)
                    .hasKeyType(KeyType.SIMPLE)
                    .saysTheSameAs(ConnectorSpec.parse(spec.toText()))
                    .doesNotBreak(spec);
            assertThat(spec).accounts().isIdentifiedBy("id");
            assertThat(spec).lint().hasNoErrors();
        }

        @Test
        void a_failure_says_what_was_found() {
            fails(
                    () -> assertThat(spec).handles(ACCOUNT_UNLOCK),
                    "expected the spec to handle `std:account:unlock`, but it handles [std:test-connection, std:acc");
            fails(() -> assertThat(spec).doesNotHandle(ACCOUNT_LIST), "not to handle `std:account:list`");
            fails(() -> assertThat(spec).hasKeyType(KeyType.COMPOUND), "expected keys to be");
            fails(() -> assertThat(spec).entitlements("role"), "entitlements of type `role`, but there is no such");
        }

        @Test
        void differences_are_told_one_by_one() {
            var newer = spec.withCommands(List.of("std:test-connection"));

            fails(
                    () -> assertThat(newer).doesNotBreak(spec),
                    "expected existing sources to go on as before",
                    "breaking: commands:",
                    "std:account:list");
            fails(() -> assertThat(newer).saysTheSameAs(spec), "expected the same spec", "std:account:list");
        }
    }

    @Nested
    class OfFindings {
        private final String text = "{\"name\": \"a\", \"name\": \"b\"}";

        @Test
        void findings_that_are_as_expected_pass() {
            assertThat(SpecLint.check(text)).found(LintRule.DUPLICATE_MEMBER).foundNo(LintRule.NOT_AN_OBJECT);
        }

        @Test
        void a_failure_shows_all_findings() {
            var report = SpecLint.check(text);

            fails(() -> assertThat(report).isClean(), "expected no findings", "connector-spec.json:1:");
            fails(() -> assertThat(report).hasNoErrors(), "expected no errors", "occurs twice");
            fails(() -> assertThat(report).found(LintRule.NOT_AN_OBJECT), "expected a finding of `");
            fails(
                    () -> assertThat(report).foundAt(LintRule.DUPLICATE_MEMBER, "/nowhere"),
                    "` about /nowhere",
                    "occurs twice");
            fails(() -> assertThat(report).foundNo(LintRule.DUPLICATE_MEMBER), "expected no finding of");
        }
    }

    @Nested
    class OfFilters {
        private final Account contractor = Account.of("bob").with("email", "bob@x.com");
        private final Account unknown = Account.of("eve");

        @Test
        void filters_that_are_as_expected_pass() {
            assertThat(SCHEMA.filterCompiler().compile("emial.isNull()"))
                    .compiles()
                    .found(IssueCode.UNKNOWN_ATTRIBUTE)
                    .suggests("email")
                    .says("^^^^^");
            assertThat(SCHEMA.filterCompiler().compile("email ==")).isRefused();
            assertThat(SCHEMA.filterCompiler().compile("email.isNull()"))
                    .compilesSilently()
                    .filter()
                    .leavesOut(unknown)
                    .keeps(contractor)
                    .matches(Map.of())
                    .doesNotMatch(Map.of("email", "x"));
        }

        @Test
        void a_failure_shows_the_report() {
            var result = SCHEMA.filterCompiler().compile("emial.isNull()", "filterString");
            var broken = SCHEMA.filterCompiler().compile("email ==", "filterString");

            fails(
                    () -> assertThat(broken).compiles(),
                    "expected a filter that compiles",
                    "filterString:1:",
                    "error:",
                    "email ==");
            fails(() -> assertThat(broken).filter(), "expected a filter that compiles");
            fails(() -> assertThat(result).suggests("mail"), "expected the suggestion `mail`", "did you mean `email`?");
            fails(() -> assertThat(result).compilesSilently(), "with nothing to say");
            fails(() -> assertThat(result).says("nothing"), "expected a report with \"nothing\"");
            fails(
                    () -> assertThat(SCHEMA.filterCompiler().compile("age == 1"))
                            .isRefused(),
                    "expected an error, but this compiles",
                    "age == 1");
        }

        @Test
        void a_failure_shows_why_an_object_matches() {
            var filter = Filter.compile("email.isNull() || age > 3");

            fails(
                    () -> assertThat(filter).leavesOut(contractor),
                    "expected to leave out the account `bob`, but it does not match",
                    "false  email.isNull()",
                    "where email is \"bob@x.com\"");
            fails(() -> assertThat(filter).keeps(unknown), "expected to keep the account `eve`, but it matches");
        }
    }

    @Nested
    class OfJson {
        @Test
        void json_is_compared_by_value_and_as_a_map() {
            assertThat(Json.parse("{\"cursor\": \"7\", \"page\": 1.0}").asJsonObject())
                    .holds("cursor", "7")
                    .holds("page", 1)
                    .isJson("{\"page\": 1, \"cursor\": \"7\"}")
                    .containsKey("page")
                    .hasSize(2);
        }

        @Test
        void a_failure_says_what_was_found() {
            var json = Json.parse("{\"cursor\": \"7\"}").asJsonObject();

            fails(
                    () -> assertThat(json).holds("cursor", 7),
                    "expected `cursor` to be 7, but it is \"7\"",
                    "{\"cursor\":\"7\"}");
            fails(() -> assertThat(json).holds("page", 1), "expected `page` to be 1, but it is absent");
            fails(() -> assertThat(json).isJson("{}"), "expected: {}");
        }
    }

    @Nested
    class OfReports {
        private final RuleReport skipped = new RuleReport(
                "list.complete",
                "Complete",
                RuleKind.REQUIRED,
                RuleStatus.SKIPPED,
                "no list",
                0,
                0,
                List.of(),
                List.of(),
                List.of());
        private final RuleReport failed = new RuleReport(
                "list.stable",
                "Stable",
                RuleKind.REQUIRED,
                RuleStatus.FAILED,
                "it differs",
                1,
                1,
                List.of(),
                List.of(),
                List.of());

        @Test
        void a_report_that_is_as_expected_passes() {
            var report = new ValidationReport("people", 1, List.of(skipped), List.of(), List.of());

            assertThat(report)
                    .passed()
                    .skippedOnly("list.complete")
                    .rule("list.complete")
                    .wasSkipped();
        }

        @Test
        void a_failure_tells_the_story_of_each_rule() {
            var report = new ValidationReport("people", 1, List.of(skipped, failed), List.of(), List.of());

            fails(() -> assertThat(report).passed(), "expected no required rule to fail", "list.stable", "it differs");
            fails(
                    () -> assertThat(report).skippedOnly(),
                    "expected only [] to be skipped, but these are:",
                    "list.complete: no list");
        }
    }
}
