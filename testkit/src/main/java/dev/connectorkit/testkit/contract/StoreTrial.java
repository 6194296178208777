package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.dsl.store.Layout;
import dev.connectorkit.testkit.jqwik.StoreCommand;
import dev.connectorkit.testkit.jqwik.StoreCommand.ChangeInPlace;
import dev.connectorkit.testkit.jqwik.StoreCommand.Delete;
import dev.connectorkit.testkit.jqwik.StoreCommand.ExternalDelete;
import dev.connectorkit.testkit.jqwik.StoreCommand.ExternalPut;
import dev.connectorkit.testkit.jqwik.StoreCommand.FailingFlush;
import dev.connectorkit.testkit.jqwik.StoreCommand.FailingReload;
import dev.connectorkit.testkit.jqwik.StoreCommand.Flush;
import dev.connectorkit.testkit.jqwik.StoreCommand.Put;
import dev.connectorkit.testkit.jqwik.StoreCommand.PutAgain;
import dev.connectorkit.testkit.jqwik.StoreCommand.PutSame;
import dev.connectorkit.testkit.jqwik.StoreCommand.Reload;
import dev.connectorkit.testkit.jqwik.StoreRun;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays one run on a store and a model side by side and checks every promise at every step. */
final class StoreTrial {
    private static final String UNTOUCHED = "kept by nobody";
    private static final Set<String> PROBES = Set.of("toString", "__proto__", UNTOUCHED);

    private final StoreRun run;
    private final Layout layout;
    private final StoreSession session;
    private final StoreModel model;
    private final Set<String> keys;
    private final Map<String, @Nullable Object> lastSet = new HashMap<>();
    private final TrialStory story;
    private final ReadCheck reads;

    // Edits that no reload has shown yet: what the platform holds is not what the store must reckon with.
    private boolean hasUnseenEdits;

    // Whether anything but the store's own commands has happened.
    private boolean isDisturbed;

    // What to blame when something is wrong after the step before; null if the step has no promise of its own.
    private @Nullable StoreProperty suspect;

    StoreTrial(DataStoreContract contract, StoreRun run) {
        this.run = run;
        this.story = new TrialStory(run);
        this.layout = contract.layout();
        var attributes = run.isShown() ? withUntouched(run.initial()) : run.initial();
        var platform = StoreSession.platform(attributes, layout);
        if (!run.isShown()) {
            platform.hideEmptyAttributes();
        }
        this.model = new StoreModel(attributes);
        this.keys = new LinkedHashSet<>(run.keys());
        keys.addAll(PROBES);
        if (layout == Layout.NESTED) {
            // Shown at the root of the configuration, where nothing is stored.
            keys.add("baseUrl");
        }
        try {
            this.session = new StoreSession(contract, platform, run.isFrozen());
        } catch (RuntimeException e) {
            throw new StoreViolation(
                    StoreProperty.READ_YOUR_WRITES, "the store cannot be opened: " + e + "\n\n" + run, e);
        }
        this.reads = new ReadCheck(session, model, keys, story);
    }

    private static JsonObject withUntouched(JsonObject initial) {
        var stored = Json.object();
        initial.forEach(stored::add);
        return stored.add(UNTOUCHED, Json.object().add("a", 1)).build();
    }

    void play() {
        reads.check(null);
        for (int i = 0; i < run.commands().size(); i++) {
            var command = run.commands().get(i);
            story.step("%d. %s".formatted(i + 1, run.tell(command)));
            play(command);
        }
        story.step("at last: reload and flush");
        reload();
        reads.check(StoreProperty.RELOAD);
        if (!isDisturbed) {
            suspect = null;
        }
        flush();
        reads.check(null);
        requireWanted(StoreProperty.CONVERGENCE);
    }

    private void play(StoreCommand command) {
        if (command instanceof Put put) {
            set(key(put.key()), run.values().get(put.value()), false);
        } else if (command instanceof PutSame put) {
            var value = model.get(key(put.key()));
            set(key(put.key()), value == null ? JsonValue.TRUE : value, true);
        } else if (command instanceof ChangeInPlace change) {
            changeInPlace(key(change.key()));
        } else if (command instanceof PutAgain put) {
            putAgain(key(put.key()));
        } else if (command instanceof Delete delete) {
            edit(() -> session.store.delete(key(delete.key())));
            model.set(key(delete.key()), null);
            reads.check(null);
        } else if (command instanceof Flush) {
            flush();
            reads.check(suspect);
        } else if (command instanceof FailingFlush) {
            failingFlush();
        } else if (command instanceof Reload) {
            reload();
            reads.check(StoreProperty.RELOAD);
        } else if (command instanceof FailingReload) {
            failingReload();
        } else if (command instanceof ExternalPut put) {
            externalEdit(key(put.key()), run.values().get(put.value()), put.isSeen());
        } else if (command instanceof ExternalDelete delete) {
            externalEdit(key(delete.key()), null, delete.isSeen());
        }
    }

    private String key(int index) {
        return run.keys().get(index);
    }

    private void set(String key, JsonValue value, boolean respelled) {
        var plain = session.handOver(respelled ? PlainJson.respelled(value) : PlainJson.of(value));
        edit(() -> session.store.set(key, plain));
        lastSet.put(key, plain);
        model.set(key, value);
        requireEqual(plain, value, "the store changed the value that it was given for `" + key + "`");
        reads.check(null);
    }

    private void changeInPlace(String key) {
        var changed = grown(model.get(key));
        edit(() -> session.store.changeInPlace(key, session.handOver(PlainJson.of(changed))));
        model.set(key, changed);
        requireFresh(key, changed);
    }

    private void putAgain(String key) {
        var changed = grown(model.get(key));
        var again = PlainJson.changeInto(lastSet.get(key), session.handOver(PlainJson.of(changed)));
        edit(() -> session.store.set(key, again));
        lastSet.put(key, again);
        session.handedBack(again);
        model.set(key, changed);
        requireFresh(key, changed);
    }

    /** Checks whether a change that was lost comes through with an object that the store has never seen. */
    private void requireFresh(String key, JsonValue changed) {
        if (!holds(key, changed)) {
            edit(() -> session.store.set(key, session.handOver(PlainJson.of(changed))));
            if (holds(key, changed)) {
                throw story.violation(
                        StoreProperty.NO_ALIASING,
                        "`%s` was set to an object that the store knew, but which had changed: the change is lost"
                                .formatted(key));
            }
        }
        reads.check(null);
    }

    private boolean holds(String key, JsonValue value) {
        try {
            return JsonEquality.equal(PlainJson.toJson(session.store.get(key)), value)
                    && session.store.hasPendingChanges() == !model.changes().isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static JsonValue grown(@Nullable JsonValue value) {
        if (value instanceof JsonObject object) {
            var grown = Json.object();
            object.forEach(grown::add);
            return grown.add("grown", object.size()).build();
        }
        var grown = Json.array();
        if (value instanceof JsonArray array) {
            array.forEach(grown::add);
        }
        return grown.add("grown").build();
    }

    private void edit(Runnable command) {
        try {
            command.run();
        } catch (RuntimeException e) {
            throw story.unexpected(StoreProperty.JSON_ONLY, "a command with plain JSON threw " + e, e);
        }
    }

    private void externalEdit(String key, @Nullable JsonValue value, boolean isSeen) {
        if (model.isPerhapsRemembered(key)) {
            return;
        }
        if (value == null) {
            session.platform.removeAttribute(key);
        } else {
            session.platform.setAttribute(key, PlainJson.respelledJson(value));
        }
        hasUnseenEdits = true;
        isDisturbed = true;
        if (isSeen) {
            reload();
        }
        reads.check(StoreProperty.RELOAD);
    }

    private void reload() {
        try {
            session.store.reload();
        } catch (RuntimeException e) {
            throw story.unexpected(StoreProperty.RELOAD, "reload threw " + e, e);
        }
        model.reload(session.platform.attributes());
        hasUnseenEdits = false;
        if (model.hasBuffered() && suspect == null) {
            suspect = StoreProperty.RELOAD;
        }
    }

    private void failingReload() {
        session.platform.failNextReload(new IllegalStateException("the platform does not answer"));
        try {
            session.store.reload();
        } catch (RuntimeException e) {
            reads.check(StoreProperty.RELOAD);
            return;
        }
        throw story.violation(
                StoreProperty.RELOAD, "the platform failed to answer, but reload does not tell its caller");
    }

    private void failingFlush() {
        if (model.changes().isEmpty()) {
            flush();
            reads.check(null);
            return;
        }
        session.platform.failNextPatch(new IllegalStateException("the platform is down"));
        var failure = flushAndCatch();
        if (failure == null) {
            throw story.violation(
                    StoreProperty.ATOMIC_FLUSH,
                    session.rejection() == null
                            ? "nothing was sent although there are changes"
                            : "the platform failed, but flush does not tell its caller");
        }
        suspect = StoreProperty.ATOMIC_FLUSH;
        isDisturbed = true;
        reads.check(StoreProperty.ATOMIC_FLUSH);
    }

    private @Nullable RuntimeException flushAndCatch() {
        try {
            session.store.flush();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void flush() {
        if (hasUnseenEdits && model.hasNeedless()) {
            // The next reload would show whether the store still remembers what is needless: its own affair.
            reload();
        }
        var before = session.platform.document();
        var sentBefore = session.platform.patches().size();
        var changes = model.changes();
        var failure = flushAndCatch();
        var patches = session.platform.patches();
        var sent = patches.subList(sentBefore, patches.size());
        story.flushed(before, sent, session.platform.document());
        if (changes.isEmpty()) {
            if (!sent.isEmpty()) {
                throw story.violation(blame(StoreProperty.SOUNDNESS), "nothing has changed, but a patch was sent");
            }
            if (failure != null) {
                throw story.unexpected(
                        StoreProperty.SOUNDNESS, "nothing has changed, but flush threw " + failure, failure);
            }
        } else {
            requireOneRightPatch(sent, failure);
            requireTaken(before, failure);
        }
        if (failure == null) {
            model.flushed();
            suspect = null;
        }
    }

    private void requireOneRightPatch(List<JsonArray> sent, @Nullable RuntimeException failure) {
        if (sent.isEmpty()) {
            var message = "%s changed, but nothing was sent".formatted(model.changes());
            throw failure == null
                    ? story.violation(blame(StoreProperty.COMPLETENESS), message)
                    : story.unexpected(StoreProperty.COMPLETENESS, message + ": flush threw " + failure, failure);
        }
        if (sent.size() > 1) {
            throw story.violation(StoreProperty.ONE_PATCH, "one flush sent %d patches".formatted(sent.size()));
        }
        var problem = new PatchCheck(model, layout, keys).problemOf(sent.get(0));
        if (problem != null) {
            throw story.violation(blame(problem.property()), problem.message());
        }
    }

    private void requireTaken(JsonObject before, @Nullable RuntimeException failure) {
        var rejection = session.rejection();
        if (rejection != null) {
            if (!hasUnseenEdits) {
                throw story.violation(
                        blame(StoreProperty.COMPLETENESS), "the platform rejects the patch: " + rejection);
            }
            if (failure == null) {
                throw story.violation(
                        StoreProperty.ATOMIC_FLUSH, "the platform rejected the patch; flush does not tell");
            }
            return;
        }
        if (failure != null) {
            throw story.unexpected(
                    StoreProperty.ATOMIC_FLUSH, "the patch was taken, but flush threw " + failure, failure);
        }
        if (!hasUnseenEdits) {
            requireWanted(blame(StoreProperty.COMPLETENESS));
        }
        if (layout == Layout.NESTED && !frame(before).equals(frame(session.platform.document()))) {
            throw story.violation(StoreProperty.FRAME, "something beside the stored values changed");
        }
    }

    private static JsonObject frame(JsonObject document) {
        var frame = Json.object();
        document.forEach(frame::add);
        return frame.remove("connectorAttributes").build();
    }

    private void requireWanted(StoreProperty property) {
        var attributes = session.platform.attributes();
        var all = new LinkedHashSet<>(keys);
        all.addAll(attributes.keySet());
        for (var key : all) {
            if (!JsonEquality.equal(attributes.get(key), model.get(key))) {
                throw story.violation(
                        property,
                        "the platform holds %s under `%s`, but the store was told %s"
                                .formatted(PatchCheck.text(attributes.get(key)), key, PatchCheck.text(model.get(key))));
            }
        }
    }

    /** Returns what the last steps promised, if that explains the problem better than {@code property} does. */
    private StoreProperty blame(StoreProperty property) {
        if (suspect == null) {
            return property;
        }
        return switch (property) {
            case SOUNDNESS, COMPLETENESS -> suspect;
            default -> property;
        };
    }

    private void requireEqual(@Nullable Object plain, JsonValue expected, String message) {
        if (!JsonEquality.equal(PlainJson.toJson(plain), expected)) {
            throw story.violation(StoreProperty.NO_ALIASING, message);
        }
    }
}
