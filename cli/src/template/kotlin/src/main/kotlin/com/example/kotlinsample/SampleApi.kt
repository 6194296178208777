package com.example.kotlinsample

import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.command.ConnectorException.Type
import jakarta.json.Json
import jakarta.json.JsonObject
import java.net.ConnectException
import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

private val HTTP: HttpClient =
    HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()

/** Calls the API of the source. */
class SampleApi(private val baseUrl: URI, private val token: String) {

    fun ping() {
        get("/people")
    }

    /** Fetches one page at a time, so that memory stays flat however many people there are. */
    fun people(): Sequence<Person> =
        generateSequence(get("/people")) { page ->
                page.getString("next", null)?.let { get("/people?cursor=$it") }
            }
            .flatMap { page -> page.getJsonArray("people").getValuesAs(::Person) }

    fun person(id: String) =
        Person(get("/people/" + URLEncoder.encode(id, Charsets.UTF_8).replace("+", "%20")))

    private fun get(path: String): JsonObject {
        val request =
            HttpRequest.newBuilder(URI("$baseUrl$path"))
                .header("Authorization", "Bearer $token")
                .timeout(Duration.ofSeconds(30))
                .build()
        val response = answer(request)
        return when (response.statusCode()) {
            200 -> Json.createReader(response.body().reader()).readObject()
            // The platform takes this error, and no other, for an account that does not exist.
            404 -> throw ConnectorException(Type.NOT_FOUND, "GET $path: status 404")
            else ->
                throw ConnectorException(
                    Type.GENERIC,
                    "GET $path: status ${response.statusCode()}",
                )
        }
    }

    private fun answer(request: HttpRequest): HttpResponse<String> =
        try {
            HTTP.send(request, BodyHandlers.ofString())
        } catch (e: ConnectException) {
            // It has no message of its own.
            throw ConnectorException(Type.GENERIC, "nothing answers at ${request.uri()}", e)
        }
}
