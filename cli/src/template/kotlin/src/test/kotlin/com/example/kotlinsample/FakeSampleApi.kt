package com.example.kotlinsample

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import jakarta.json.Json
import jakarta.json.JsonObject
import jakarta.json.JsonValue
import java.net.InetAddress
import java.net.InetSocketAddress

private const val PAGE_SIZE = 2

private val PEOPLE =
    listOf(
        person("ada", "Ada Lovelace", "Research"),
        person("grace", "Grace Hopper", "Navy"),
        person("mary", "Mary Somerville", "Research"),
    )

private fun person(id: String, name: String, department: String): JsonObject =
    Json.createObjectBuilder()
        .add("id", id)
        .add("name", name)
        .add("email", "$id@example.com")
        .add("department", department)
        .build()

/**
 * Stands for the API: tests run against it, and `main` serves it for trying the connector by hand.
 */
class FakeSampleApi(port: Int) : AutoCloseable {
    private val server: HttpServer =
        HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0).apply {
            createContext("/people", ::answer)
            start()
        }

    val baseUrl = "http://localhost:${server.address.port}"

    /** The configuration of a source that has this API. */
    val config: JsonObject =
        Json.createObjectBuilder().add("baseUrl", baseUrl).add("token", "secret").build()

    private fun answer(exchange: HttpExchange) {
        val uri = exchange.requestURI
        if (uri.path == "/people") {
            return exchange.send(200, page(uri.query?.removePrefix("cursor=")?.toInt() ?: 0))
        }
        val person = PEOPLE.find { it.getString("id") == uri.path.removePrefix("/people/") }
        exchange.send(if (person == null) 404 else 200, person ?: JsonValue.EMPTY_JSON_OBJECT)
    }

    private fun page(start: Int): JsonObject {
        val end = minOf(start + PAGE_SIZE, PEOPLE.size)
        val page = Json.createObjectBuilder()
        page.add("people", Json.createArrayBuilder(PEOPLE.subList(start, end)))
        if (end < PEOPLE.size) {
            page.add("next", "$end")
        }
        return page.build()
    }

    private fun HttpExchange.send(status: Int, json: JsonObject) = use {
        val body = json.toString().toByteArray()
        sendResponseHeaders(status, body.size.toLong())
        responseBody.write(body)
    }

    override fun close() = server.stop(0)
}

fun main() {
    println("sample-name: the API is at ${FakeSampleApi(8080).baseUrl}")
}
