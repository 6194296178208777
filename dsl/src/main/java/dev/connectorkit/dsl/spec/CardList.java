package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A config item that holds a list of cards, each filled in on a form of its own. The config holds an array with one object a
 * card. Immutable; safe to share.
 *
 * @param details what every item has
 * @param titleKey the key of the sub-item shown as a card's title
 * @param subtitleKey the key of the sub-item shown below the title
 * @param indexKey the member in which the platform stores a card's position
 * @param buttonLabel the text of the button that adds a card
 * @param actions what an administrator may do with the cards
 * @param subMenus the parts of a card's form
 * @since 0.1
 */
public record CardList(
        ItemDetails details,
        String titleKey,
        String subtitleKey,
        @Nullable String indexKey,
        @Nullable String buttonLabel,
        Set<Action> actions,
        List<SubMenu> subMenus)
        implements ConfigItem {

    /** Something an administrator may do with the cards. */
    public enum Action {
        /** Add a card. */
        ADD("addButton"),
        /** Change a card. */
        EDIT("editButton"),
        /** Delete a card. */
        DELETE("deleteButton"),
        /** Copy a card. */
        COPY("copyButton"),
        /** Drag cards into another order. */
        REORDER("dragNDropEnabled");

        /** The platform's defaults when a spec does not mention an action. */
        static final Set<Action> SHOWN_UNLESS_SAID_OTHERWISE = Set.of(ADD, EDIT, DELETE);

        private final String member;

        Action(String member) {
            this.member = member;
        }

        /** Returns the member of {@code connector-spec.json} that allows this action. */
        public String member() {
            return member;
        }
    }

    /**
     * A titled group of items on a card's form.
     *
     * @param label the title
     * @param items the inputs
     * @param extras members this model does not know
     */
    public record SubMenu(String label, List<ConfigItem> items, JsonObject extras) {
        /** Copies the items. */
        public SubMenu {
            requireNonNull(label, "label");
            items = List.copyOf(items);
            requireNonNull(extras, "extras");
        }

        SubMenu withExtras(JsonObject unknown) {
            return new SubMenu(label, items, unknown);
        }
    }

    /** Checks that nothing is null and copies the collections. */
    public CardList {
        requireNonNull(titleKey, "titleKey");
        requireNonNull(subtitleKey, "subtitleKey");
        actions = Set.copyOf(actions);
        subMenus = List.copyOf(subMenus);
    }

    @Override
    public String type() {
        return "cardList";
    }

    /** Returns the items of all sub-menus. */
    public List<ConfigItem> items() {
        return subMenus.stream().flatMap(subMenu -> subMenu.items().stream()).toList();
    }

    /** Lets the platform store a card's position under this member of the card. */
    public CardList indexKey(String key) {
        return new CardList(
                without("indexKey"), titleKey, subtitleKey, requireNonNull(key, "key"), buttonLabel, actions, subMenus);
    }

    /** Labels the button that adds a card. */
    public CardList buttonLabel(String text) {
        return new CardList(
                without("buttonLabel"),
                titleKey,
                subtitleKey,
                indexKey,
                requireNonNull(text, "text"),
                actions,
                subMenus);
    }

    /** Allows these actions and no others; without it, cards can be added, edited and deleted. */
    public CardList allowing(Action... allowed) {
        var only = EnumSet.noneOf(Action.class);
        only.addAll(List.of(allowed));
        var members = List.of(Action.values()).stream().map(Action::member).toArray(String[]::new);
        return new CardList(without(members), titleKey, subtitleKey, indexKey, buttonLabel, only, subMenus);
    }

    @Override
    public CardList with(ItemDetails other) {
        return new CardList(other, titleKey, subtitleKey, indexKey, buttonLabel, actions, subMenus);
    }

    @Override
    public CardList required() {
        return with(details.required());
    }

    @Override
    public CardList helpKey(String text) {
        return with(details.helpKey(text));
    }

    @Override
    public CardList visibleWhen(String parentKey, String parentValue) {
        return with(details.visibleWhen(new ItemDetails.Condition(parentKey, parentValue)));
    }

    CardList with(List<SubMenu> others) {
        return new CardList(details, titleKey, subtitleKey, indexKey, buttonLabel, actions, others);
    }

    private ItemDetails without(String... members) {
        return details.withExtras(Members.without(details.extras(), members));
    }
}
