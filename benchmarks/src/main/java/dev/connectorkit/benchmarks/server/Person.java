package dev.connectorkit.benchmarks.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Attributes;
import java.io.IOException;
import java.util.List;

/** One of the people that every server lists; the twelve attributes make lines of some 410 bytes. */
record Person(String id, String email, int number, boolean active, List<String> groups) {

    static Person of(int number) {
        return new Person(
                "user-" + number,
                "user-" + number + "@example.com",
                number,
                number % 7 != 0,
                List.of("group-" + number % 10, "group-" + number % 13));
    }

    Account account() {
        return Account.of(id)
                .withAttributes(Attributes.builder()
                        .set("id", id)
                        .set("email", email)
                        .set("firstName", "Ada")
                        .set("lastName", "Lovelace")
                        .set("displayName", "Ada Lovelace")
                        .set("department", "Engineering")
                        .set("title", "Analyst")
                        .set("number", number)
                        .set("active", active)
                        .set("groups", groups)
                        .set("country", "United Kingdom")
                        .set("phone", "+44 20 7946 0000")
                        .build());
    }

    /** Writes the line that {@link #account()} becomes, as one would by hand. */
    void writeLine(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "output");
        out.writeObjectFieldStart("data");
        out.writeStringField("identity", id);
        out.writeObjectFieldStart("key");
        out.writeObjectFieldStart("simple");
        out.writeStringField("id", id);
        out.writeEndObject();
        out.writeEndObject();
        out.writeObjectFieldStart("attributes");
        out.writeStringField("id", id);
        out.writeStringField("email", email);
        out.writeStringField("firstName", "Ada");
        out.writeStringField("lastName", "Lovelace");
        out.writeStringField("displayName", "Ada Lovelace");
        out.writeStringField("department", "Engineering");
        out.writeStringField("title", "Analyst");
        out.writeNumberField("number", number);
        out.writeBooleanField("active", active);
        out.writeArrayFieldStart("groups");
        for (String group : groups) {
            out.writeString(group);
        }
        out.writeEndArray();
        out.writeStringField("country", "United Kingdom");
        out.writeStringField("phone", "+44 20 7946 0000");
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
        out.writeRaw('\n');
    }
}
