package dev.connectorkit.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.contract.ConnectorContract;
import dev.connectorkit.testkit.rules.report.ReportFormat;
import dev.connectorkit.testkit.simulation.SourceControl;
import dev.connectorkit.testkit.simulation.VirtualClock;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A rule that had nothing to look at says so, and does not pass. */
class VacuityTest {
    /** The rules that look at the specification, or for something that must not be there. */
    private static final Set<String> ABOUT_NO_OBJECT = Set.of("spec", "secrets", "life");

    private record Hollow(String name, WireDriver.Handler handler, Set<String> alsoPassed) {}

    private static final List<Hollow> HOLLOW = List.of(
            new Hollow("answers with nothing", (request, sink) -> {}, Set.of()),
            new Hollow(
                    "fails",
                    (request, sink) -> {
                        throw WireDriver.WireFailure.generic("not today");
                    },
                    Set.of()),
            new Hollow(
                    "finds nothing",
                    (request, sink) -> {
                        throw WireDriver.WireFailure.notFound("such thing");
                    },
                    Set.of()),
            new Hollow(
                    "throws what no connector should",
                    (request, sink) -> {
                        throw new UnsupportedOperationException();
                    },
                    Set.of()),
            new Hollow(
                    "answers with an object without members",
                    (request, sink) -> sink.output(JsonValue.EMPTY_JSON_OBJECT),
                    Set.of(
                            "test-connection.sends-one-empty-object",
                            "protocol.lines",
                            "protocol.empty-answers",
                            "limits.message-size")));

    @TestFactory
    Stream<DynamicTest> a_connector_passes_no_rule_about_objects_that_always() {
        return HOLLOW.stream()
                .flatMap(hollow -> Stream.of(
                        DynamicTest.dynamicTest(
                                hollow.name(),
                                () -> passesNothing(hollow, hollow(hollow).validation())),
                        DynamicTest.dynamicTest(
                                hollow.name() + ", without a hand on its source",
                                () -> passesNothing(hollow, withoutSource(hollow(hollow))))));
    }

    private static Reference hollow(Hollow hollow) {
        var reference = RareCommands.on(new Reference());
        reference
                .spec()
                .getJsonArray("commands")
                .getValuesAs(JsonString::getString)
                .forEach(command -> reference.handler(command, hollow.handler()));
        return reference.handler(CommandTypes.SPEC, hollow.handler());
    }

    private static Validation withoutSource(Reference reference) {
        return Validation.of(reference.driver()).spec(reference.spec()).config(ReferenceSpec.CONFIG);
    }

    private static void passesNothing(Hollow hollow, Validation validation) {
        var report = validation.run();

        assertThat(report.with(RuleStatus.PASSED))
                .extracting(RuleReport::rule)
                .allMatch(rule -> ABOUT_NO_OBJECT.contains(rule.substring(0, rule.indexOf('.')))
                        || hollow.alsoPassed().contains(rule))
                .isNotEmpty();
        assertSound(report);
    }

    /** Asserts what holds of any report: what passed had something to pass on, and what was skipped says why. */
    private static void assertSound(ValidationReport report) {
        assertThat(report.rules()).hasSize(Rule.all().size());
        assertThat(report.with(RuleStatus.ERROR)).isEmpty();
        assertThat(report.with(RuleStatus.PASSED))
                .allSatisfy(
                        rule -> assertThat(rule.objects() + rule.attributes()).isPositive());
        assertThat(report.with(RuleStatus.SKIPPED))
                .allSatisfy(rule -> assertThat(rule.message()).isNotBlank());
        assertThat(report.with(RuleStatus.FAILED))
                .allSatisfy(rule -> assertThat(rule.message()).isNotBlank());
    }

    @Test
    void an_empty_source_fails_no_rule_and_passes_none_about_accounts() {
        var reference = new Reference();
        reference.source.reset(0);

        var report = withoutSource(reference).readOnly().run();

        assertThat(report.with(RuleStatus.FAILED)).as(report.summary()).isEmpty();
        assertThat(report.with(RuleStatus.PASSED))
                .extracting(RuleReport::rule)
                .doesNotContain("list.equals-read", "list.repeatable", "list.isolated", "filter.leaves-out-matches")
                .doesNotContain("state.first-run-full", "state.deltas-converge", "not-found.read", "filter.applied");
        assertSound(report);
    }

    @TestFactory
    Stream<DynamicTest> a_connector_of_one_command_passes_no_rule_about_another() {
        return Stream.of(
                        CommandTypes.TEST,
                        CommandTypes.LIST,
                        CommandTypes.READ,
                        CommandTypes.CREATE,
                        CommandTypes.ENTITLEMENT_LIST,
                        "custom:dryrun")
                .map(command -> DynamicTest.dynamicTest(command, () -> {
                    var report = of(command).validation().run();

                    assertThat(report.with(RuleStatus.FAILED))
                            .as(report.summary())
                            .extracting(RuleReport::rule)
                            .isSubsetOf("schema.attributes-seen");
                    assertThat(report.with(RuleStatus.PASSED))
                            .allSatisfy(rule -> assertThat(needed(rule)).isSubsetOf(command));
                    assertSound(report);
                }));
    }

    private static Set<String> needed(RuleReport report) {
        return Rule.all().stream()
                .filter(rule -> rule.id().equals(report.rule()))
                .findFirst()
                .map(rule -> (Set<String>) new HashSet<>(rule.commands()))
                .orElseThrow();
    }

    private static Reference of(String command) {
        var reference = new Reference();
        reference.spec().getJsonArray("commands").getValuesAs(JsonString::getString).stream()
                .filter(other -> !other.equals(command))
                .forEach(reference::without);
        reference.spec(
                spec -> Inputs.with(spec, "commands", Json.array().add(command).build()));
        return command.startsWith("custom:")
                ? reference.handler(command, (request, sink) -> sink.output(JsonValue.EMPTY_JSON_OBJECT))
                : reference;
    }

    @Test
    void a_report_of_nothing_but_skips_says_that_it_says_nothing() {
        var report = new Reference()
                .validation()
                .readOnly()
                .only("update.set", "update.add")
                .run();

        assertThat(report.passed()).isTrue();
        assertThat(report.summary())
                .contains("0 passed, 0 failed, 2 skipped")
                .endsWith("no rule could be tried, so this says nothing about the connector");
    }

    @Test
    void a_hand_on_the_source_that_stumbles_ends_no_validation_and_passes_none() {
        var report = stumbling()
                .only("list.complete", "test-connection.sends-one-empty-object")
                .run();

        assertThat(report.hasFaults()).isFalse();
        assertThat(report.passed()).isFalse();
        assertThat(report.summary())
                .startsWith(
                        "reference, in process: 0 passed, 0 failed, 0 skipped, 0 bypassed, 2 could not be tried, seed 1")
                .contains("\n\nlist.complete: it could not be tried: java.lang.IllegalStateException: no database");
        assertThat(ReportFormat.TABLE.write(report, "")).contains("ERROR     list.complete");
        assertThat(ReportFormat.JSON.write(report, "")).contains("\"error\":2", "\"status\":\"error\"");
        assertThat(ReportFormat.JUNIT.write(report, ""))
                .contains("failures=\"0\" errors=\"2\" skipped=\"0\"")
                .contains("<error message=\"it could not be tried: java.lang.IllegalStateException: no database");
        assertThat(ReportFormat.HTML.write(report, ""))
                .contains("No required rule failed, but some could not be tried.")
                .contains("<b>2</b> could not be tried")
                .contains("<td class=\"error\">error</td>");
        assertThat(report.rules()).allSatisfy(rule -> {
            assertThat(rule.status()).isEqualTo(RuleStatus.ERROR);
            assertThat(rule.message())
                    .startsWith("it could not be tried: java.lang.IllegalStateException: no database");
        });
    }

    @Test
    void a_rule_that_stumbles_is_a_test_that_ends_in_an_error() {
        ConnectorContract contract = () -> stumbling().only("list.complete");

        var test = contract.rules().toList().get(0);

        assertThatThrownBy(() -> test.getExecutable().execute())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("it could not be tried: java.lang.IllegalStateException: no database");
    }

    private static Validation stumbling() {
        var reference = new Reference();
        return withoutSource(reference).source(new SourceControl() {
            @Override
            public Set<Ability> abilities() {
                return Set.of(Ability.FILL);
            }

            @Override
            public VirtualClock clock() {
                return reference.clock;
            }

            @Override
            public void reset(int accounts) {
                throw new IllegalStateException("no database");
            }
        });
    }
}
