package dev.connectorkit.dsl;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.ObjectFilter;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.filter.Dialect;
import dev.connectorkit.filter.Filter;
import dev.connectorkit.filter.FilterCompiler;
import dev.connectorkit.filter.FilterEvaluationException;
import dev.connectorkit.filter.FilterException;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.Severity;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The filter of one configuration, compiled at most once for each kind of object. Immutable but for what it has compiled;
 * safe for concurrent use.
 */
final class ConfiguredFilter implements ObjectFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectFilter.class);
    private static final String ALL_OBJECTS = "filterString";
    private static final String ACCOUNTS = "account.filterString";
    private static final String ACCOUNT_KIND = "";

    private final Map<String, Optional<Filter>> compiled = new ConcurrentHashMap<>();
    private final Config config;
    private final ConnectorSpec spec;
    private final Dialect dialect;

    private ConfiguredFilter(Config config, ConnectorSpec spec, Dialect dialect) {
        this.config = config;
        this.spec = spec;
        this.dialect = dialect;
    }

    static ObjectFilter of(JsonObject config, ConnectorSpec spec, Dialect dialect) {
        var filter = new ConfiguredFilter(Config.of(config, spec), spec, dialect);
        // A list that finds no objects must not hide that its filter is broken.
        filter.compile(ALL_OBJECTS, null);
        return filter;
    }

    @Override
    public boolean keeps(Account account) {
        var filter = compiled.computeIfAbsent(
                ACCOUNT_KIND, kind -> compile(config.has(ALL_OBJECTS) ? ALL_OBJECTS : ACCOUNTS, spec.accountSchema()));
        return account.isDeleted() || keeps(filter, account.attributes());
    }

    @Override
    public boolean keeps(Entitlement entitlement) {
        var filter = compiled.computeIfAbsent(
                entitlement.type(), type -> compile(ALL_OBJECTS, spec.entitlementSchema(type)));
        return entitlement.isDeleted() || keeps(filter, entitlement.attributes());
    }

    private static boolean keeps(Optional<Filter> filter, Attributes attributes) {
        try {
            // The platform's rule: what matches is left out.
            return filter.isEmpty() || !filter.get().matches(attributes);
        } catch (FilterEvaluationException e) {
            throw new ConnectorException(
                    ConnectorException.Type.INVALID_CONFIGURATION,
                    "the filter cannot be applied to an object: " + e.getMessage(),
                    e);
        }
    }

    private Optional<Filter> compile(String key, @Nullable Schema schema) {
        var text = config.textOrNull(key);
        if (text == null) {
            return Optional.empty();
        }
        var result = (dialect == Dialect.SDK ? FilterCompiler.sdk() : FilterCompiler.standard()).compile(text, key);
        try {
            var filter = result.filter();
            warn(text, key, schema);
            return Optional.of(filter);
        } catch (FilterException e) {
            // The cause's message is the whole report, with the places underlined: for the log and --verbose.
            throw new ConnectorException(ConnectorException.Type.INVALID_CONFIGURATION, inOneLine(key, e.issues()), e);
        }
    }

    private static String inOneLine(String key, List<Issue> issues) {
        return issues.stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .map(issue -> "at character %d of `%s`: %s%s"
                        .formatted(issue.span().start() + 1, key, issue.message(), suggestion(issue)))
                .collect(Collectors.joining("; ", "the configuration cannot work: ", ""));
    }

    private static String suggestion(Issue issue) {
        return issue.suggestions().isEmpty()
                ? ""
                : " (did you mean `" + issue.suggestions().get(0) + "`?)";
    }

    // One filter serves all kinds of objects, so what a single schema has to say about it is advice.
    private void warn(String text, String key, @Nullable Schema schema) {
        if (schema != null) {
            var checked = schema.filterCompiler(dialect).compile(text, key);
            if (!checked.issues().isEmpty()) {
                LOG.warn("{}", checked.report().stripTrailing());
            }
        }
    }
}
