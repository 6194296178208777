package com.example.kotlinsample

import jakarta.json.JsonObject

/** A person, as the API knows one. */
data class Person(val id: String, val name: String, val email: String, val department: String) {
    constructor(
        json: JsonObject
    ) : this(
        json.getString("id"),
        json.getString("name"),
        json.getString("email"),
        json.getString("department"),
    )
}
