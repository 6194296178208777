package dev.connectorkit.testkit.run;

/** Hears of each line of an answer as it arrives; in process that is on the connector's own thread. */
@FunctionalInterface
public interface LineListener {

    /** Takes one line. */
    void received(Line line);
}
