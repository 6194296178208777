package dev.connectorkit.dsl.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An answer in chunks (RFC 9112, section 7.1), whose bounds may stand anywhere in its lines.
 *
 * @param head the status line and the headers
 * @param body the content of the chunks
 * @param isWhole whether the chunk came that says that there are no more
 */
record RawAnswer(String head, String body, boolean isWhole) {

    static RawAnswer parse(byte[] bytes) {
        // One character a byte, because chunks are counted in bytes.
        var text = new String(bytes, ISO_8859_1);
        var endOfHead = text.indexOf("\r\n\r\n");
        var body = new StringBuilder();
        var isWhole = false;
        var at = endOfHead + 4;
        while (at < text.length() && !isWhole) {
            var endOfLength = text.indexOf("\r\n", at);
            var length = Integer.parseInt(text.substring(at, endOfLength), 16);
            var start = endOfLength + 2;
            body.append(text, start, start + length);
            isWhole = length == 0;
            at = start + length + 2;
        }
        return new RawAnswer(
                text.substring(0, endOfHead), new String(body.toString().getBytes(ISO_8859_1), UTF_8), isWhole);
    }
}
