package dev.connectorkit.benchmarks.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.store.DataStore;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.LinkedHashSet;

/** Who makes a patch of two documents. All are held to the operations add, replace and remove. */
public enum PatchMaker {
    /** The data store, told only what changes, and flushed. */
    CONNECTORKIT {
        @Override
        Work on(Documents documents) {
            return new StoreWork(documents, documents.changed());
        }
    },

    /** The data store, told the value of every key, so that it is to find out what changes, and flushed. */
    CONNECTORKIT_SET_ALL {
        @Override
        Work on(Documents documents) {
            var keys = new LinkedHashSet<>(documents.before().keySet());
            keys.addAll(documents.after().keySet());
            return new StoreWork(documents, keys);
        }
    },

    /** {@code Json.createDiff} of Parsson. */
    PARSSON {
        @Override
        Work on(Documents documents) {
            var before = Documents.config(documents.before());
            var after = Documents.config(documents.after());
            // Json.createDiff searches for the provider again at each call.
            JsonProvider provider = Json.provider();
            return new Work() {
                @Override
                public Object make(boolean forth) {
                    return forth ? provider.createDiff(before, after) : provider.createDiff(after, before);
                }

                @Override
                public JsonArray operations() {
                    return provider.createDiff(before, after).toJsonArray();
                }
            };
        }
    },

    /** {@code JsonDiff.asJson} of zjsonpatch. */
    ZJSONPATCH {
        @Override
        Work on(Documents documents) {
            var before = jackson(documents.before());
            var after = jackson(documents.after());
            var flags = DiffFlags.dontNormalizeOpIntoMoveAndCopy();
            return new Work() {
                @Override
                public Object make(boolean forth) {
                    return forth ? JsonDiff.asJson(before, after, flags) : JsonDiff.asJson(after, before, flags);
                }

                @Override
                public JsonArray operations() {
                    return Json.parse(JsonDiff.asJson(before, after, flags).toString())
                            .asJsonArray();
                }
            };
        }
    };

    /** Makes the patch that leads from one document to the other, or back. */
    interface Work {
        Object make(boolean forth);

        /** Returns the operations of the patch that leads forth. */
        JsonArray operations();
    }

    abstract Work on(Documents documents);

    private static JsonNode jackson(JsonObject stored) {
        try {
            return new ObjectMapper().readTree(Json.toText(Documents.config(stored)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class StoreWork implements Work {
        private final Documents documents;
        private final Collection<String> keys;
        private final Source source;
        private final DataStore store;

        StoreWork(Documents documents, Collection<String> keys) {
            this.documents = documents;
            this.keys = keys;
            this.source = new Source(Documents.config(documents.before()));
            this.store = DataStore.of(source.context(), source);
        }

        @Override
        public Object make(boolean forth) {
            var target = forth ? documents.after() : documents.before();
            for (String key : keys) {
                var value = target.get(key);
                if (value == null) {
                    store.delete(key);
                } else {
                    store.set(key, value);
                }
            }
            store.flush();
            return source.patch();
        }

        @Override
        public JsonArray operations() {
            make(true);
            return source.patch().toJsonArray();
        }
    }
}
