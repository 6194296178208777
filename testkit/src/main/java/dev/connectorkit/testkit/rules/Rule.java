package dev.connectorkit.testkit.rules;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One rule that connectors keep: what it says, what it needs, and how it is tried. Immutable; every {@code with…}-like
 * method returns a new value.
 */
public final class Rule {
    private final String id;
    private final String title;
    private final RuleKind kind;
    private final List<String> commands;
    private final Set<Ability> abilities;
    private final boolean changesData;
    private final boolean inProcess;
    private final Body body;

    /** Tries the rule: returns if it holds, and throws {@link RuleFailure} or {@link RuleSkipped} otherwise. */
    @FunctionalInterface
    interface Body {
        void attempt(Trial trial);
    }

    private Rule(
            String id,
            String title,
            RuleKind kind,
            List<String> commands,
            Set<Ability> abilities,
            boolean changesData,
            boolean inProcess,
            Body body) {
        this.id = id;
        this.title = title;
        this.kind = kind;
        this.commands = commands;
        this.abilities = abilities;
        this.changesData = changesData;
        this.inProcess = inProcess;
        this.body = body;
    }

    static Rule rule(String id, String title, Body body) {
        requireNonNull(body, "body");
        return new Rule(id, title, RuleKind.REQUIRED, List.of(), Set.of(), false, false, body);
    }

    Rule optional() {
        return new Rule(id, title, RuleKind.OPTIONAL, commands, abilities, changesData, inProcess, body);
    }

    Rule stochastic() {
        return new Rule(id, title, RuleKind.STOCHASTIC, commands, abilities, changesData, inProcess, body);
    }

    Rule needs(String... commands) {
        return new Rule(id, title, kind, List.of(commands), abilities, changesData, inProcess, body);
    }

    Rule needs(Ability first, Ability... more) {
        return new Rule(id, title, kind, commands, EnumSet.of(first, more), changesData, inProcess, body);
    }

    Rule changingData() {
        return new Rule(id, title, kind, commands, abilities, true, inProcess, body);
    }

    Rule inProcess() {
        return new Rule(id, title, kind, commands, abilities, changesData, true, body);
    }

    /** Returns the id, such as {@code list.equals-read}. */
    public String id() {
        return id;
    }

    /** Returns what the rule says, as one sentence. */
    public String title() {
        return title;
    }

    /** Returns how much it weighs. */
    public RuleKind kind() {
        return kind;
    }

    /** Returns the types of the commands without which there is nothing to try. */
    public List<String> commands() {
        return commands;
    }

    /** Returns what the source under control must be able to do. */
    public Set<Ability> abilities() {
        return Collections.unmodifiableSet(abilities);
    }

    /** Returns whether trying it changes accounts through the connector. */
    public boolean changesData() {
        return changesData;
    }

    /** Returns whether it can be tried in process only. */
    public boolean needsProcess() {
        return inProcess;
    }

    void attempt(Trial trial) {
        body.attempt(trial);
    }

    @Override
    public String toString() {
        return id;
    }

    /** Returns every rule, in the order in which they run. */
    public static List<Rule> all() {
        var all = new ArrayList<Rule>();
        all.addAll(SpecRules.RULES);
        all.addAll(FormRules.RULES);
        all.addAll(ConnectionRules.RULES);
        all.addAll(ListRules.RULES);
        all.addAll(EntitlementRules.RULES);
        all.addAll(FaultRules.ENTITLEMENT_RULES);
        all.addAll(FilterRules.RULES);
        all.addAll(FilterLanguageRules.RULES);
        all.addAll(NotFoundRules.RULES);
        all.addAll(CreateRules.RULES);
        all.addAll(UpdateRules.RULES);
        all.addAll(UpdateEffectRules.RULES);
        all.addAll(DeleteRules.RULES);
        all.addAll(LeftoverRules.RULES);
        all.addAll(SwitchRules.RULES);
        all.addAll(NamesakeRules.RULES);
        all.addAll(PasswordRules.RULES);
        all.addAll(AuthenticateRules.RULES);
        all.addAll(StateRules.RULES);
        all.addAll(LimitRules.RULES);
        all.addAll(FaultRules.RULES);
        all.addAll(SourceErrorRules.RULES);
        all.addAll(KeyRules.RULES);
        all.addAll(SchemaRules.RULES);
        all.addAll(SelfDescriptionRules.RULES);
        all.addAll(CatalogRules.RULES);
        all.addAll(LifeRules.RULES);
        all.addAll(StoreRules.RULES);
        all.addAll(ResumeRules.RULES);
        return Collections.unmodifiableList(all);
    }
}
