package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.runtime.CommandRequest;
import java.util.List;
import java.util.Set;

/**
 * Passes everything on to another driver, for those to extend that count, record or change what passes. All commands go
 * through {@link #stream}.
 *
 * <p>In Kotlin, extend this rather than delegate with {@code by}, which leaves out the methods of a Java interface that
 * have a default: such a driver would say of a connector in this process that it is not, and of its secrets that there are
 * none.
 */
public abstract class ForwardingDriver implements Driver {
    private final Driver driver;

    /** Creates a driver around another, which it closes when it is closed. */
    protected ForwardingDriver(Driver driver) {
        this.driver = requireNonNull(driver, "driver");
    }

    @Override
    public String describe() {
        return driver.describe();
    }

    @Override
    public Ending stream(CommandRequest request, LineListener listener) {
        return driver.stream(request, listener);
    }

    @Override
    public boolean isInProcess() {
        return driver.isInProcess();
    }

    @Override
    public Set<String> secretItems() {
        return driver.secretItems();
    }

    @Override
    public List<Line> lateLines() {
        return driver.lateLines();
    }

    @Override
    public Set<String> mediaTypes() {
        return driver.mediaTypes();
    }

    @Override
    public void close() {
        driver.close();
    }
}
