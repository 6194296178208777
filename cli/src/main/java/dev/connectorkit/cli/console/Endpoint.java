package dev.connectorkit.cli.console;

import jakarta.json.JsonValue;

/**
 * Something the page can ask for.
 *
 * @param method the HTTP method
 * @param name the path below {@code /console/api/}
 * @param answer takes the request's body, {@link JsonValue#NULL} where the method has none
 */
record Endpoint(String method, String name, Answer answer) {
    /** Makes an answer out of a request. */
    @FunctionalInterface
    interface Answer {
        JsonValue to(JsonValue body) throws RefusedException;
    }

    static Endpoint get(String name, Answer answer) {
        return new Endpoint("GET", name, answer);
    }

    static Endpoint put(String name, Answer answer) {
        return new Endpoint("PUT", name, answer);
    }

    static Endpoint post(String name, Answer answer) {
        return new Endpoint("POST", name, answer);
    }

    static Endpoint delete(String name, Answer answer) {
        return new Endpoint("DELETE", name, answer);
    }

    boolean hasBody() {
        return method.equals("PUT") || method.equals("POST");
    }
}
