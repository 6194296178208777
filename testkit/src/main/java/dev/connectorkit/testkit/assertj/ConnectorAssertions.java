package dev.connectorkit.testkit.assertj;

import jakarta.json.JsonPatch;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** The entry to all assertions of this kit and of AssertJ: {@code import static …ConnectorAssertions.assertThat}. */
public class ConnectorAssertions extends Assertions {

    /** Has static members only; protected, so that a project can add its own assertions in a subclass. */
    protected ConnectorAssertions() {}

    /** Returns assertions on a patch of a source's configuration. */
    public static PatchAssert assertThat(@Nullable JsonPatch actual) {
        return new PatchAssert(actual);
    }
}
