package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.JsonEquality;
import jakarta.json.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds all that can be seen of a store from outside against the model. */
final class ReadCheck {
    private final StoreSession session;
    private final StoreModel model;
    private final Set<String> keys;
    private final TrialStory story;

    ReadCheck(StoreSession session, StoreModel model, Set<String> keys, TrialStory story) {
        this.session = session;
        this.model = model;
        this.keys = keys;
        this.story = story;
    }

    /** Checks everything, then changes all that was handed over, and checks again. */
    void check(@Nullable StoreProperty blamed) {
        var sent = session.platform.patches().size();
        checkAll(blamed);
        session.scramble();
        checkAll(StoreProperty.NO_ALIASING);
        if (session.platform.patches().size() > sent) {
            throw story.violation(StoreProperty.SOUNDNESS, "a patch was sent without a flush");
        }
    }

    private void checkAll(@Nullable StoreProperty blamed) {
        for (var key : keys) {
            checkGet(key, blamed == null ? StoreProperty.READ_YOUR_WRITES : blamed);
        }
        var expected = !model.changes().isEmpty();
        boolean found;
        try {
            found = session.store.hasPendingChanges();
        } catch (RuntimeException e) {
            throw story.unexpected(StoreProperty.PENDING, "hasPendingChanges threw " + e, e);
        }
        if (found != expected) {
            throw story.violation(
                    blamed == null ? StoreProperty.PENDING : blamed,
                    "hasPendingChanges says %s, but %s"
                            .formatted(found, expected ? model.changes() + " changed" : "nothing has changed"));
        }
    }

    private void checkGet(String key, StoreProperty blamed) {
        @Nullable Object value;
        try {
            value = session.store.get(key);
        } catch (RuntimeException e) {
            throw story.unexpected(blamed, "get of `%s` threw %s".formatted(key, e), e);
        }
        session.handedBack(value);
        var expected = model.get(key);
        var found = value == StoreUnderTest.ABSENT ? null : toJson(value, key);
        if (!JsonEquality.equal(found, expected)) {
            throw story.violation(
                    blamed,
                    "get of `%s` gives %s, but it holds %s"
                            .formatted(key, PatchCheck.text(found), PatchCheck.text(expected)));
        }
    }

    private JsonValue toJson(@Nullable Object value, String key) {
        try {
            return PlainJson.toJson(value);
        } catch (RuntimeException e) {
            throw story.unexpected(StoreProperty.JSON_ONLY, "get of `%s` gives what is no JSON".formatted(key), e);
        }
    }
}
