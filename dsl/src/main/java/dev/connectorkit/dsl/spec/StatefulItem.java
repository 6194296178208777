package dev.connectorkit.dsl.spec;

import static dev.connectorkit.dsl.spec.ConfigItem.checkbox;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.section;

import java.util.ArrayList;
import java.util.List;

/** Adds the checkbox without which a source never sends state, however its connector is flagged. */
final class StatefulItem {
    private static final Section SECTION = section(
            "Aggregation", checkbox(ConnectorSpec.STATEFUL_KEY, "Stateful").required());

    private StatefulItem() {}

    static List<ConfigElement> addTo(List<ConfigElement> form) {
        boolean there =
                InitialValues.items(form).stream().anyMatch(item -> item.key().equals(ConnectorSpec.STATEFUL_KEY));
        if (there) {
            return form;
        }
        var extended = new ArrayList<>(form);
        int last = form.size() - 1;
        if (last >= 0 && form.get(last) instanceof Menu menu) {
            var sections = new ArrayList<>(menu.sections());
            sections.add(SECTION);
            extended.set(last, menu.with(sections));
        } else {
            extended.add(menu("Aggregation", SECTION));
        }
        return extended;
    }
}
