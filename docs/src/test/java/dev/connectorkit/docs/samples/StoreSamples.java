package dev.connectorkit.docs.samples;

import dev.connectorkit.docs.samples.PagedSystem.Person;
import dev.connectorkit.dsl.Delta;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.store.DataStore;
import dev.connectorkit.dsl.store.StoreKey;

final class StoreSamples {
    private StoreSamples() {}

    private static Account account(Person person) {
        return Account.of(person.id()).with("id", person.id()).with("name", person.name());
    }

    // region cursor
    static final StoreKey<String> CURSOR = StoreKey.string("userCursor");

    static Handler<AccountListInput, Account> resumable(PagedSystem system) {
        return (context, input, response) -> {
            var store = DataStore.of(context, response);
            var cursor = store.get(CURSOR);
            do {
                var page = system.pageAfter(cursor);
                page.people().forEach(person -> response.send(account(person)));
                cursor = page.next();
                if (cursor != null) {
                    store.set(CURSOR, cursor);
                    store.flush();
                }
            } while (cursor != null);
            store.delete(CURSOR);
            store.flush();
        };
    }
    // endregion

    // region delta
    static Handler<AccountListInput, Account> changesOnly(PagedSystem system) {
        return (context, input, response) -> Delta.run(context, input, response, since -> {
            for (var person : system.changedSince(since)) {
                response.send(account(person));
            }
        });
    }
    // endregion
}
