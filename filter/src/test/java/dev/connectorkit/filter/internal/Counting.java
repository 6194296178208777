package dev.connectorkit.filter.internal;

import java.util.AbstractList;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/** Counts what is read of a text and of its tokens: the work of a parser, whatever the machine. */
public final class Counting {
    private long reads;

    /** Returns how often something was read. */
    public long reads() {
        return reads;
    }

    /** Returns {@code list}, counting each element that is read. */
    public <T> List<T> list(List<T> list) {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                reads++;
                return list.get(index);
            }

            @Override
            public int size() {
                return list.size();
            }
        };
    }

    /** Returns {@code stream}, counting each character that is looked at, and each that is cut out. */
    public CharStream characters(CharStream stream) {
        return new CharStream() {
            @Override
            public int LA(int offset) {
                reads++;
                return stream.LA(offset);
            }

            @Override
            public String getText(Interval interval) {
                reads += interval.length();
                return stream.getText(interval);
            }

            @Override
            public void consume() {
                stream.consume();
            }

            @Override
            public int mark() {
                return stream.mark();
            }

            @Override
            public void release(int marker) {
                stream.release(marker);
            }

            @Override
            public int index() {
                return stream.index();
            }

            @Override
            public void seek(int index) {
                stream.seek(index);
            }

            @Override
            public int size() {
                return stream.size();
            }

            @Override
            public String getSourceName() {
                return stream.getSourceName();
            }
        };
    }
}
