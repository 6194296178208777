package dev.connectorkit.testkit.simulation;

import dev.connectorkit.dsl.command.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A table of a {@link FakeSource}. The methods that a connector calls count as calls to the source: they take time and
 * may go wrong. Rows stay in the order in which they were inserted; a page goes on after the last row of the one before
 * it, whatever was removed meanwhile. Safe for concurrent use.
 */
public final class FakeTable {
    private static final String ID = "id";

    private final FakeSource source;
    private final String name;
    private final int initialRows;
    private final IntFunction<Attributes> generator;
    private final TreeMap<Long, Slot> slots = new TreeMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final List<LogEntry> log = new ArrayList<>();
    private long nextPosition;
    private int changes;

    /** A row that is made when it is asked for, so that large tables take no memory, or one that was written. */
    private record Slot(int number, @Nullable Attributes written) {}

    private record LogEntry(String id, Instant at) {}

    /**
     * One page of rows.
     *
     * @param rows the rows
     * @param next the cursor of the next page; null on the last
     */
    public record Page(List<Attributes> rows, @Nullable String next) {}

    /**
     * Some rows, by their place in the table.
     *
     * @param rows the rows
     * @param total how many rows the table has
     */
    public record Window(List<Attributes> rows, int total) {}

    /**
     * What changed.
     *
     * @param rows the rows that are new or changed, as they are now
     * @param deleted the ids of rows that are gone
     * @param token what to ask for the changes after these
     */
    public record Changes(List<Attributes> rows, List<String> deleted, String token) {}

    FakeTable(FakeSource source, String name, int initialRows, IntFunction<Attributes> generator) {
        this.source = source;
        this.name = name;
        this.initialRows = initialRows;
        this.generator = generator;
        reset();
    }

    /** Reads the page that {@code cursor} names; null asks for the first. */
    public Page page(@Nullable String cursor) {
        return source.call(
                SourceRequest.Kind.LIST, name + (cursor == null ? "" : "?cursor=" + cursor), () -> readPage(cursor));
    }

    private synchronized Page readPage(@Nullable String cursor) {
        var rest = cursor == null ? slots : slots.tailMap(Long.parseLong(cursor), false);
        var rows = new ArrayList<Attributes>();
        var last = -1L;
        for (var slot : rest.entrySet()) {
            if (rows.size() == source.pageSize()) {
                return new Page(List.copyOf(rows), Long.toString(last));
            }
            rows.add(row(slot.getValue()));
            last = slot.getKey();
        }
        return new Page(List.copyOf(rows), null);
    }

    /**
     * Reads rows from the place {@code offset}, at most {@code limit} and never more than a page. Where rows are removed
     * meanwhile, the next window misses some, as with every source that pages by offset.
     *
     * @throws SourceException with status 400 if a number is negative
     */
    public Window rows(int offset, int limit) {
        return source.call(
                SourceRequest.Kind.LIST,
                name + "?offset=" + offset + "&limit=" + limit,
                () -> readWindow(offset, limit));
    }

    private synchronized Window readWindow(int offset, int limit) {
        if (offset < 0 || limit < 0) {
            throw new SourceException(400, "offset and limit must not be negative", null);
        }
        var rows = slots.values().stream()
                .skip(offset)
                .limit(Math.min(limit, source.pageSize()))
                .map(this::row)
                .toList();
        return new Window(rows, slots.size());
    }

    /**
     * Reads one row.
     *
     * @throws SourceException with status 404 if there is none
     */
    public Attributes read(String id) {
        return source.call(SourceRequest.Kind.READ, name + "/" + id, () -> existing(id));
    }

    /**
     * Inserts a row.
     *
     * @throws SourceException with status 400 if it has no {@code id}, 409 if there is a row with that id
     */
    public Attributes insert(Attributes row) {
        return source.call(SourceRequest.Kind.CREATE, name, () -> insertNow(row));
    }

    private synchronized Attributes insertNow(Attributes row) {
        var id = row.text(ID);
        if (id == null || id.isEmpty()) {
            throw new SourceException(400, "a row of " + name + " needs an id", null);
        }
        if (positions.containsKey(id)) {
            throw new SourceException(409, name + " has a row `" + id + "` already", null);
        }
        put(id, new Slot(-1, row));
        return row;
    }

    /**
     * Changes attributes of a row; null clears one.
     *
     * @throws SourceException with status 404 if there is no such row
     */
    public Attributes update(String id, Map<String, ? extends @Nullable Object> attributes) {
        return source.call(SourceRequest.Kind.UPDATE, name + "/" + id, () -> updateNow(id, attributes));
    }

    private synchronized Attributes updateNow(String id, Map<String, ? extends @Nullable Object> attributes) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(existing(id));
        changed.putAll(attributes);
        changed.values().removeIf(value -> value == null);
        var row = Attributes.of(changed);
        put(id, new Slot(-1, row));
        return row;
    }

    /**
     * Removes a row.
     *
     * @throws SourceException with status 404 if there is no such row
     */
    public void delete(String id) {
        source.call(SourceRequest.Kind.DELETE, name + "/" + id, () -> deleteNow(id));
    }

    private synchronized boolean deleteNow(String id) {
        existing(id);
        drop(id);
        return true;
    }

    /** Reads the token of this moment: {@link #changesSince} of it are the changes from now on. */
    public String token() {
        return source.call(SourceRequest.Kind.READ, name + "/token", this::tokenNow);
    }

    private synchronized String tokenNow() {
        return Integer.toString(log.size());
    }

    /** Reads what changed since a token was handed out. */
    public Changes changesSince(String token) {
        return source.call(
                SourceRequest.Kind.LIST, name + "/changes?since=" + token, () -> changes(Integer.parseInt(token)));
    }

    /** Reads what changed at {@code since} or later, by the source's clock. */
    public Changes changedSince(Instant since) {
        return source.call(SourceRequest.Kind.LIST, name + "/changes?since=" + since, () -> changes(firstSince(since)));
    }

    private synchronized int firstSince(Instant since) {
        var first = 0;
        while (first < log.size() && log.get(first).at().isBefore(since)) {
            first++;
        }
        return first;
    }

    private synchronized Changes changes(int from) {
        Map<String, @Nullable Attributes> ids = new LinkedHashMap<>();
        for (var entry : log.subList(Math.min(from, log.size()), log.size())) {
            ids.put(entry.id(), row(entry.id()));
        }
        var rows = new ArrayList<Attributes>();
        var deleted = new ArrayList<String>();
        ids.forEach((id, row) -> {
            if (row == null) {
                deleted.add(id);
            } else {
                rows.add(row);
            }
        });
        return new Changes(List.copyOf(rows), List.copyOf(deleted), tokenNow());
    }

    /** Returns how many rows there are, without asking the source. */
    public synchronized int size() {
        return slots.size();
    }

    /** Returns a row without asking the source, or null if there is none. */
    public synchronized @Nullable Attributes row(String id) {
        var position = positions.get(id);
        var slot = position == null ? null : slots.get(position);
        return slot == null ? null : row(slot);
    }

    private Attributes row(Slot slot) {
        var written = slot.written();
        return written == null ? generator.apply(slot.number()) : written;
    }

    private Attributes existing(String id) {
        var row = row(id);
        if (row == null) {
            throw new SourceException(404, name + " has no row `" + id + "`", null);
        }
        return row;
    }

    private void put(String id, Slot slot) {
        slots.put(positions.computeIfAbsent(id, key -> nextPosition++), slot);
        log.add(new LogEntry(id, source.clock().instant()));
    }

    private void drop(String id) {
        var position = positions.remove(id);
        if (position != null) {
            slots.remove(position);
            log.add(new LogEntry(id, source.clock().instant()));
        }
    }

    void reset() {
        fill(initialRows);
    }

    synchronized void fill(int rows) {
        slots.clear();
        positions.clear();
        log.clear();
        for (var number = 0; number < rows; number++) {
            put(id(number), new Slot(number, null));
        }
    }

    synchronized void put(int number) {
        put(id(number), new Slot(number, null));
    }

    synchronized void change(int number) {
        var id = id(number);
        var row = existing(id);
        var attribute = row.entrySet().stream()
                .filter(entry ->
                        entry.getValue() instanceof String && !entry.getKey().equals(ID))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a row of " + name + " has no text to change"));
        put(id, new Slot(-1, row.with(attribute, "changed " + ++changes)));
    }

    synchronized void remove(int number) {
        existing(id(number));
        drop(id(number));
    }

    private String id(int number) {
        var id = generator.apply(number).text(ID);
        if (id == null) {
            throw new IllegalStateException("the row of number " + number + " of " + name + " has no `id`");
        }
        return id;
    }
}
