package dev.connectorkit.dsl.spec.lint;

import dev.connectorkit.dsl.spec.lint.Located.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rules ask about a spec, gathered once. */
final class SpecView {
    /** Items whose keys share one object: the config, or one card. */
    record Scope(@Nullable Located cards, List<Located> items) {
        List<Located> named(String key) {
            return items.stream().filter(item -> item.text("key").equals(key)).toList();
        }
    }

    private final Located root;
    private final List<Located> sections = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();

    SpecView(Located root) {
        this.root = root;
        for (var element : root.objects("sourceConfig")) {
            if (isSection(element)) {
                addSection(element);
            } else {
                addSectionsIn(element);
            }
        }
        var items = sections.stream()
                .flatMap(section -> section.objects("items").stream())
                .filter(item -> !isPartOfForm(item))
                .toList();
        scopes.add(new Scope(null, items));
        for (var item : items) {
            if (item.text("type").equals("cardList")) {
                var nested = item.objects("subMenus").stream()
                        .flatMap(subMenu -> subMenu.objects("items").stream())
                        .toList();
                scopes.add(new Scope(item, nested));
            }
        }
    }

    /** Takes sections in sections too: where they stand is wrong, what stands in them need not be. */
    private void addSection(Located section) {
        sections.add(section);
        addSectionsIn(section);
    }

    private void addSectionsIn(Located element) {
        element.objects("items").stream().filter(SpecView::isSection).forEach(this::addSection);
    }

    static boolean isPartOfForm(Located element) {
        return isSection(element) || element.text("type").equals("menu");
    }

    private static boolean isSection(Located element) {
        return element.text("type").equals("section");
    }

    Located root() {
        return root;
    }

    List<Located> sections() {
        return sections;
    }

    /** Returns the form's scope first, then one for each list of cards. */
    List<Scope> scopes() {
        return scopes;
    }

    List<Located> items() {
        return scopes.stream().flatMap(scope -> scope.items().stream()).toList();
    }

    List<Located> formItems() {
        return scopes.get(0).items();
    }

    List<Located> commands() {
        return root.elements("commands", Kind.STRING);
    }

    /** Tells whether the commands are known to leave this one out. */
    boolean lacks(String command) {
        return root.at("commands").is(Kind.ARRAY) && !handles(command);
    }

    boolean handles(String command) {
        return commands().stream().anyMatch(listed -> listed.scalar().equals(command));
    }

    boolean handlesAny(String prefix) {
        return commands().stream().anyMatch(listed -> listed.scalar().startsWith(prefix));
    }

    boolean discoversSchema() {
        return handles("std:account:discover-schema");
    }

    @Nullable
    Located accountSchema() {
        var schema = root.get("accountSchema");
        return schema != null && schema.is(Kind.OBJECT) ? schema : null;
    }

    List<Located> accountAttributes() {
        var schema = accountSchema();
        return schema == null ? List.of() : schema.objects("attributes");
    }

    List<Located> entitlementAttributes() {
        return accountAttributes().stream()
                .filter(attribute -> attribute.isTrue("entitlement"))
                .toList();
    }

    List<Located> entitlementSchemas() {
        return root.objects("entitlementSchemas");
    }

    List<Located> schemas() {
        var schemas = new ArrayList<Located>();
        var account = accountSchema();
        if (account != null) {
            schemas.add(account);
        }
        schemas.addAll(entitlementSchemas());
        return schemas;
    }

    List<Located> fields() {
        var template = root.get("accountCreateTemplate");
        return template == null ? List.of() : template.objects("fields");
    }

    static List<String> texts(List<Located> objects, String member) {
        return objects.stream().map(object -> object.text(member)).toList();
    }

    static Set<String> distinct(List<Located> objects, String member) {
        return objects.stream().map(object -> object.text(member)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
