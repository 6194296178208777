package com.example.javasample;

import jakarta.json.JsonObject;

/** A person, as the API knows one. */
record Person(String id, String name, String email, String department) {

    static Person of(JsonObject json) {
        return new Person(
                json.getString("id"), json.getString("name"), json.getString("email"), json.getString("department"));
    }
}
