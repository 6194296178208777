package dev.connectorkit.dsl.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client that says what no well-behaved one would, and reads as slowly as it likes. */
final class RawClient implements Closeable {
    private static final int READ_TIMEOUT_MILLIS = 60_000;

    private final Socket socket = new Socket();

    private RawClient(RunningServer server, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        // A test fails with an exception, rather than never.
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(server.address().getAddress(), server.port()));
    }

    static RawClient of(RunningServer server) throws IOException {
        return new RawClient(server, 0);
    }

    /** Returns a client for which the system keeps next to nothing that it has not read. */
    static RawClient withSmallBuffer(RunningServer server) throws IOException {
        return new RawClient(server, 4096);
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    /** Sends a whole request, after which the server is to close the connection. */
    RawClient post(byte[] body) throws IOException {
        return send("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .send(body);
    }

    RawClient post(String body) throws IOException {
        return post(body.getBytes(UTF_8));
    }

    RawClient sendNoMore() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /** Returns the rest of what the server sends until it closes the connection. */
    String readAll() throws IOException {
        return new String(in().readAllBytes(), UTF_8);
    }

    /** Returns the rest of an answer that comes in chunks, however the server cut it. */
    RawAnswer readChunks() throws IOException {
        return RawAnswer.parse(in().readAllBytes());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
