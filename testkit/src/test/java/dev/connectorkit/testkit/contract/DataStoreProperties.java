package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.store.DataStore;
import dev.connectorkit.dsl.store.Layout;
import net.jqwik.api.Group;

class DataStoreProperties {

    @Group
    @SuppressWarnings("ClassCanBeStatic") // jqwik's groups are inner classes.
    class Nested implements DataStoreContract {
        @Override
        public StoreUnderTest open(StoreUnderTest.Invocation invocation) {
            return StoreUnderTest.of(DataStore.of(invocation.context(), invocation.response()));
        }
    }

    @Group
    @SuppressWarnings("ClassCanBeStatic") // jqwik's groups are inner classes.
    class Flat implements DataStoreContract {
        @Override
        public StoreUnderTest open(StoreUnderTest.Invocation invocation) {
            return StoreUnderTest.of(DataStore.of(invocation.context(), invocation.response(), layout()));
        }

        @Override
        public Layout layout() {
            return Layout.FLAT;
        }
    }
}
