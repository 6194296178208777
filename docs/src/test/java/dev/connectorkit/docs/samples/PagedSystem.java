package dev.connectorkit.docs.samples;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands for the client of some system with pages and modification times. */
interface PagedSystem {

    record Person(String id, String name) {}

    record Page(List<Person> people, @Nullable String next) {}

    Page pageAfter(@Nullable String cursor);

    List<Person> changedSince(@Nullable Instant since);
}
