package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.internal.json.Json;
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
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What happens to a store in one invocation: an interleaving of commands, flushes, failures and edits by others.
 * Immutable; {@link StoreEdits} makes arbitrary ones.
 *
 * @param keys the pool of keys, all different
 * @param values the pool of values; several of them look alike
 * @param initial what the source stores at first
 * @param isShown whether the configuration shows {@code connectorAttributes} even if nothing is stored
 * @param isFrozen whether everything handed to the store refuses to be changed; else everything is changed as soon as
 *     the store has it
 * @param commands what happens, in order
 */
public record StoreRun(
        List<String> keys,
        List<JsonValue> values,
        JsonObject initial,
        boolean isShown,
        boolean isFrozen,
        List<StoreCommand> commands) {
    /** Copies the lists. */
    public StoreRun {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
        commands = List.copyOf(commands);
    }

    /** Tells a step in words, as it stands in failure messages. */
    public String tell(StoreCommand command) {
        if (command instanceof Put put) {
            return "set `%s` to %s".formatted(keys.get(put.key()), Json.toText(values.get(put.value())));
        } else if (command instanceof PutSame put) {
            return "set `%s` to an equal value in another spelling".formatted(keys.get(put.key()));
        } else if (command instanceof ChangeInPlace change) {
            return "get `%s`, change the object, set it".formatted(keys.get(change.key()));
        } else if (command instanceof PutAgain put) {
            return "change the object that `%s` was set to, set it again".formatted(keys.get(put.key()));
        } else if (command instanceof Delete delete) {
            return "delete `%s`".formatted(keys.get(delete.key()));
        } else if (command instanceof Flush) {
            return "flush";
        } else if (command instanceof FailingFlush) {
            return "flush, but the platform fails";
        } else if (command instanceof Reload) {
            return "reload";
        } else if (command instanceof FailingReload) {
            return "reload, but the platform fails";
        } else if (command instanceof ExternalPut put) {
            return "an administrator sets `%s` to %s%s"
                    .formatted(
                            keys.get(put.key()), Json.toText(values.get(put.value())), put.isSeen() ? "; reload" : "");
        } else if (command instanceof ExternalDelete delete) {
            return "an administrator removes `%s`%s"
                    .formatted(keys.get(delete.key()), delete.isSeen() ? "; reload" : "");
        }
        throw new IllegalArgumentException("unknown command " + command);
    }

    /** Tells what is stored before the first step, and how the store is handed it. */
    public String tellStart() {
        var start = new StringBuilder("stored at first: ").append(Json.toText(initial));
        if (initial.isEmpty() && !isShown) {
            start.append(", and the config shows no connectorAttributes");
        }
        if (isFrozen) {
            start.append(", and all that the store is handed is unmodifiable");
        }
        return start.toString();
    }

    /** Tells the whole run: what is stored at first, then the steps. */
    @Override
    public String toString() {
        var story = new StringBuilder(tellStart());
        for (int i = 0; i < commands.size(); i++) {
            story.append("%n%d. %s".formatted(i + 1, tell(commands.get(i))));
        }
        return story.toString();
    }
}
