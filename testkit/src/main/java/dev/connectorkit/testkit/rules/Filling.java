package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;

import dev.connectorkit.testkit.simulation.SourceControl.Ability;

/** How many objects a source under control is brought to have. */
final class Filling {
    // Sources that hand out everything at once may say so with a page of millions, which no rule could list again and
    // again.
    static final int LARGEST_PAGE = 2_000;

    private static final int FEW_ACCOUNTS = 5;
    private static final int LOOKALIKES = 21;

    private Filling() {}

    /**
     * Returns how many objects a rule takes for a page: so many as the source says, as long as they can be made, or {@code
     * otherwise} where it does not say.
     */
    static int page(Trial trial, int otherwise) {
        if (!trial.can(Ability.PAGES)) {
            return otherwise;
        }
        var size = trial.source().pageSize();
        if (size > LARGEST_PAGE) {
            trial.note("a page of the source has " + size + " objects; this was tried as if it had " + LARGEST_PAGE
                    + ", so what goes wrong between two pages was not seen");
        }
        return Math.min(size, LARGEST_PAGE);
    }

    /** Puts the source into its initial state, with more accounts than a page has, or with a few. */
    static void usual(Trial trial) {
        fill(trial, moreThanAPage(trial, FEW_ACCOUNTS));
    }

    /** Brings the source to have so many accounts that one of their numbers begins another. */
    static void lookalikes(Trial trial) {
        fill(trial, Math.max(LOOKALIKES, moreThanAPage(trial, 0)));
    }

    private static int moreThanAPage(Trial trial, int otherwise) {
        return trial.can(Ability.PAGES) ? Math.min(trial.source().pageSize(), LARGEST_PAGE) + 2 : otherwise;
    }

    static void fill(Trial trial, int accounts) {
        trial.source().reset(accounts);
        trial.session().sourceChanged();
    }

    /** Brings the source to have so many entitlements that one of their numbers begins another, if it can have them. */
    static void lookalikeEntitlements(Trial trial) {
        if (!trial.can(Ability.FILL_ENTITLEMENTS) || !trial.has(ENTITLEMENT_LIST)) {
            return;
        }
        for (var schema : trial.spec().entitlementSchemas()) {
            var type = String.valueOf(schema.type());
            if (trial.source().entitlementTypes().contains(type)
                    && trial.entitlements(type).size() < LOOKALIKES) {
                trial.source().fillEntitlements(type, LOOKALIKES);
            }
        }
        trial.session().sourceChanged();
    }
}
