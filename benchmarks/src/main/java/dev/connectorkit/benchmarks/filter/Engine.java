package dev.connectorkit.benchmarks.filter;

import dev.connectorkit.filter.Filter;
import java.util.Map;
import java.util.function.Predicate;

/** Whoever can answer a {@link Question}. */
public enum Engine {
    HAND_WRITTEN {
        @Override
        Predicate<Map<String, Object>> compile(Question question) {
            return HandWritten.predicate(question);
        }
    },

    CONNECTORKIT {
        @Override
        Predicate<Map<String, Object>> compile(Question question) {
            Filter filter = Filter.compile(question.connectorkit);
            return filter::matches;
        }
    },

    SPEL {
        @Override
        Predicate<Map<String, Object>> compile(Question question) {
            return Peers.Spel.compile(question.spel);
        }
    },

    AVIATOR {
        @Override
        Predicate<Map<String, Object>> compile(Question question) {
            return Peers.Aviator.compile(question.aviator);
        }
    },

    MVEL {
        @Override
        Predicate<Map<String, Object>> compile(Question question) {
            return Peers.Mvel.compile(question.mvel);
        }
    },

    JEXL {
        @Override
        Predicate<Map<String, Object>> compile(Question question) {
            return Peers.Jexl.compile(question.jexl);
        }
    },

    CEL {
        @Override
        Predicate<Map<String, Object>> compile(Question question) {
            return Peers.Cel.compile(question.cel);
        }
    };

    abstract Predicate<Map<String, Object>> compile(Question question);
}
