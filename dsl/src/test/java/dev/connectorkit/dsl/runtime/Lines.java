package dev.connectorkit.dsl.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps the lines of an answer, without the line feeds. */
final class Lines implements EventSink {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void line(EventType type, byte[] buffer, int offset, int length) {
        var line = new String(buffer, offset, length, UTF_8);
        if (!line.endsWith("\n") || line.indexOf('\n') != line.length() - 1) {
            throw new AssertionError("not one line: " + line);
        }
        lines.add(line.substring(0, line.length() - 1));
    }

    List<String> all() {
        return List.copyOf(lines);
    }
}
