package dev.connectorkit.filter;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the compiled filters that were used last. Safe for concurrent use. */
final class FilterCache {

    static final FilterCache SHARED = new FilterCache(256);

    private final Map<String, Filter> filters;

    FilterCache(int capacity) {
        this.filters = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Filter> eldest) {
                return size() > capacity;
            }
        };
    }

    Filter get(String text) {
        synchronized (filters) {
            Filter filter = filters.get(text);
            if (filter == null) {
                filter = Filter.compile(text);
                filters.put(text, filter);
            }
            return filter;
        }
    }
}
