package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Words.quoted;

import dev.connectorkit.dsl.internal.spec.Nearest;
import dev.connectorkit.dsl.spec.lint.Located.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds every object of a spec against the members the platform documents. */
final class ShapeRules {
    private static final Set<String> MAY_BE_BLANK =
            Set.of("displayAttribute", "identityAttribute", "label", "subtitleKey", "value", "parentValue");

    private final SpecView spec;
    private final Findings findings;

    private ShapeRules(SpecView spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    static void check(SpecView spec, Findings findings) {
        var rules = new ShapeRules(spec, findings);
        rules.hold(spec.root(), Shape.TOP);
        rules.form();
        rules.schemas();
        rules.template();
    }

    private void form() {
        for (var element : all(spec.root(), "sourceConfig")) {
            if (element.text("type").equals("menu")) {
                hold(element, Shape.MENU);
                onlyObjects(element, "items");
            }
        }
        spec.sections().forEach(section -> {
            hold(section, Shape.SECTION);
            onlyObjects(section, "items");
        });
        spec.items().forEach(this::item);
    }

    private void item(Located item) {
        hold(item, Shape.ofItem(item.text("type")));
        all(item, "options").forEach(option -> hold(option, Shape.OPTION));
        for (var part : List.of("keyValueKey", "keyValueValue")) {
            hold(item.get(part), Shape.KEY_VALUE_PART);
        }
        if (item.text("type").equals("cardList")) {
            all(item, "subMenus").forEach(subMenu -> {
                hold(subMenu, Shape.SUB_MENU);
                onlyObjects(subMenu, "items");
            });
        }
    }

    private void schemas() {
        var account = spec.accountSchema();
        if (account != null) {
            hold(account, Shape.ACCOUNT_SCHEMA);
            all(account, "attributes").forEach(attribute -> hold(attribute, Shape.ACCOUNT_ATTRIBUTE));
        }
        for (var schema : all(spec.root(), "entitlementSchemas")) {
            hold(schema, Shape.ENTITLEMENT_SCHEMA);
            all(schema, "attributes").forEach(attribute -> hold(attribute, Shape.ENTITLEMENT_ATTRIBUTE));
        }
    }

    private void template() {
        var template = spec.root().get("accountCreateTemplate");
        hold(template, Shape.TEMPLATE);
        if (template == null) {
            return;
        }
        for (var field : all(template, "fields")) {
            hold(field, Shape.FIELD);
            var source = field.get("initialValue");
            hold(source, Shape.INITIAL_VALUE);
            if (source != null) {
                hold(source.get("attributes"), attributes(source.text("type")));
            }
        }
    }

    private static @Nullable Shape attributes(String type) {
        return switch (type) {
            case "identityAttribute" -> Shape.IDENTITY_ATTRIBUTE;
            case "static" -> Shape.STATIC;
            case "generator" -> Shape.GENERATOR;
            default -> null;
        };
    }

    private void hold(@Nullable Located object, @Nullable Shape shape) {
        if (object == null || shape == null || !object.is(Kind.OBJECT)) {
            return;
        }
        missing(object, shape);
        for (var member : object.members()) {
            var documented = shape.members().get(member.name());
            if (documented == null) {
                undocumented(object, shape, member);
            } else if (documented.kind() != null && !member.value().is(documented.kind())) {
                if (documented.whenMissing() == null
                        && member.value().is(Kind.NULL)
                        && !member.name().equals("parentValue")) {
                    absent(member);
                } else {
                    wrongType(member, documented.kind());
                }
            } else if (documented.whenMissing() == Severity.ERROR
                    && member.value().is(Kind.STRING)
                    && member.value().scalar().isBlank()
                    && !MAY_BE_BLANK.contains(member.name())) {
                findings.add(LintRule.BLANK_TEXT, member.value(), quoted(member.name()) + " is blank", "fill it in");
            }
        }
    }

    private void missing(Located object, Shape shape) {
        shape.members().forEach((name, member) -> {
            var severity = member.whenMissing();
            if (severity != null && !object.has(name)) {
                findings.add(
                        LintRule.MISSING_MEMBER,
                        severity,
                        object,
                        named(object, shape) + " lacks " + quoted(name),
                        "add it");
            }
        });
    }

    private static String named(Located object, Shape shape) {
        var words = shape.words();
        if (!words.startsWith("a")) {
            return words;
        }
        for (var name : List.of("key", "name", "label", "sectionTitle", "type")) {
            if (!object.text(name).isEmpty()) {
                return words.replaceFirst("^an? ", "the ") + " " + quoted(object.text(name));
            }
        }
        return words;
    }

    private void undocumented(Located object, Shape shape, Located.Member member) {
        var name = member.name();
        var what = "the platform documents no member " + quoted(name) + " for " + shape.words();
        if (shape.isUsedInTheWild(name)) {
            findings.add(
                    LintRule.UNDOCUMENTED_MEMBER,
                    Severity.INFORMATION,
                    member,
                    what + ", though connectors have it",
                    null);
            return;
        }
        var meant = meant(object, shape, name);
        findings.add(
                LintRule.UNDOCUMENTED_MEMBER,
                meant == null ? Severity.INFORMATION : Severity.WARNING,
                member,
                what,
                meant);
    }

    private static @Nullable String meant(Located object, Shape shape, String name) {
        var candidates = new HashSet<>(shape.members().keySet());
        object.members().forEach(present -> candidates.remove(present.name()));
        var guess = Shape.GUESSES.get(name);
        boolean item = shape.members().containsKey("helpKey");
        if (guess != null && guess.equals("sourceConfigInitialValues")) {
            return item ? "give the value in `sourceConfigInitialValues`, under the item's key" : null;
        }
        var nearest = guess != null && candidates.contains(guess) ? guess : Nearest.to(name, candidates);
        return nearest == null ? null : "did you mean " + quoted(nearest) + "?";
    }

    private void absent(Located.Member member) {
        findings.add(
                LintRule.WRONG_TYPE,
                Severity.WARNING,
                member.value(),
                quoted(member.name()) + " is null, which the platform does not document",
                "leave it out");
    }

    private void wrongType(Located.Member member, Kind expected) {
        var rule = LintRule.WRONG_TYPE;
        var name = member.name();
        if (name.equals("parentValue")) {
            return; // ConditionRules says more about it.
        }
        boolean harmless = name.equals("maxlength") || name.equals("value");
        findings.add(
                rule,
                harmless ? Severity.WARNING : Severity.ERROR,
                member.value(),
                quoted(name) + " is " + member.value().kind().words() + ", but should be " + expected.words(),
                correction(member.value(), expected));
    }

    private static @Nullable String correction(Located value, Kind expected) {
        if (expected == Kind.BOOLEAN
                && (value.scalar().equals("true") || value.scalar().equals("false"))) {
            return "write " + value.scalar() + " without quotes";
        }
        boolean scalar = value.is(Kind.NUMBER) || value.is(Kind.BOOLEAN);
        return expected == Kind.STRING && scalar ? "put it in quotes" : null;
    }

    private List<Located> all(Located object, String member) {
        onlyObjects(object, member);
        return object.objects(member);
    }

    private final Set<String> arraysSeen = new HashSet<>();

    private void onlyObjects(Located object, String member) {
        var array = object.get(member);
        if (array == null || !arraysSeen.add(array.pointer())) {
            return;
        }
        for (var element : array.elements()) {
            if (!element.is(Kind.OBJECT)) {
                findings.add(
                        LintRule.WRONG_TYPE,
                        element,
                        quoted(member) + " holds " + element.kind().words() + ", but should hold objects only",
                        null);
            }
        }
    }
}
