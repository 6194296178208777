package dev.connectorkit.dsl.spec.lint;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.spec.lint.Located.Kind;
import java.util.HashSet;
import java.util.List;

/**
 * Checks the text of a {@code connector-spec.json} for mistakes. Stateless; safe to share.
 *
 * <p>A text that is no JSON is reported with its likely cause; where that cause can be overlooked, such as a comment or a
 * trailing comma, the rest is checked as well.
 *
 * @since 0.1
 */
public final class SpecLint {
    private static final List<Rule> RULES = List.of(
            SpecLint::duplicateMembers,
            ShapeRules::check,
            CoherenceRules::keyType,
            CommandRules::texts,
            CommandRules::names,
            CommandRules::duplicates,
            CommandRules::deprecated,
            CommandRules::testConnection,
            CommandRules::standard,
            CommandRules::enableAndDisable,
            CommandRules::listAndRead,
            FormRules::elements,
            FormRules::nested,
            FormRules::empty,
            FormRules::titles,
            FormRules::types,
            FormRules::duplicateKeys,
            FormRules::dottedKeys,
            FormRules::credentials,
            FormRules::options,
            FormRules::cards,
            ConditionRules::complete,
            ConditionRules::parents,
            ConditionRules::checkboxes,
            ConditionRules::circles,
            InitialValueRules::items,
            InitialValueRules::types,
            SchemaRules::attributes,
            SchemaRules::types,
            SchemaRules::duplicates,
            SchemaRules::descriptions,
            SchemaRules::roles,
            SchemaRules::groupAttribute,
            SchemaRules::noGroupAttribute,
            SchemaRules::entitlementAttributes,
            SchemaRules::identityAttribute,
            EntitlementRules::types,
            EntitlementRules::unreferenced,
            EntitlementRules::unknown,
            TemplateRules::duplicates,
            TemplateRules::inSchema,
            TemplateRules::identity,
            TemplateRules::sources,
            CoherenceRules::accountSchema,
            CoherenceRules::entitlementSchemas,
            CoherenceRules::createTemplate,
            CoherenceRules::managedEntitlements,
            CoherenceRules::stateful);

    private SpecLint() {}

    /** Returns everything found in the text, in the order of the text. */
    public static LintReport check(String text) {
        requireNonNull(text, "text");
        var findings = new Findings();
        lineEndings(text, findings);
        var root = SyntaxCheck.read(text, findings);
        if (root != null && root.is(Kind.OBJECT)) {
            var spec = new SpecView(root);
            RULES.forEach(rule -> rule.check(spec, findings));
        } else if (root != null) {
            findings.add(
                    LintRule.NOT_AN_OBJECT,
                    root,
                    "the text is " + root.kind().words() + ", but a spec is an object",
                    null);
        }
        return new LintReport(findings.inOrder());
    }

    private static void lineEndings(String text, Findings findings) {
        int at = text.indexOf("\r\n");
        if (at >= 0) {
            findings.add(new Finding(
                    LintRule.CRLF_LINE_ENDINGS, Severity.INFORMATION, 1, at + 1, "", "lines end with CR LF", null));
        }
    }

    private static void duplicateMembers(SpecView spec, Findings findings) {
        duplicateMembers(spec.root(), findings);
    }

    private static void duplicateMembers(Located value, Findings findings) {
        var seen = new HashSet<String>();
        for (var member : value.members()) {
            if (!seen.add(member.name())) {
                findings.add(
                        LintRule.DUPLICATE_MEMBER,
                        Severity.ERROR,
                        member,
                        Words.quoted(member.name()) + " occurs twice in one object; the first is lost",
                        "remove one");
            }
            duplicateMembers(member.value(), findings);
        }
        value.elements().forEach(element -> duplicateMembers(element, findings));
    }
}
