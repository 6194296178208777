package dev.connectorkit.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. */
public final class ServerProcess implements Closeable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Process process;
    private final BufferedReader out;
    private final String firstLine;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.out = process.inputReader(UTF_8);
        this.firstLine = String.valueOf(out.readLine());
    }

    /** Starts a JVM and returns once it has printed a line or ended. */
    public static ServerProcess start(Map<String, String> environment, List<String> arguments) throws IOException {
        return new ServerProcess(launch(environment, arguments));
    }

    /** Starts a JVM, and returns at once. */
    static Process launch(Map<String, String> environment, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Returns the first line of standard output; {@code null} in letters if there is none. */
    public String firstLine() {
        return firstLine;
    }

    /** Sends a command, and returns the connection to read the answer from. */
    public Socket post(String body) throws IOException {
        return send("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Opens a connection that keeps little unread, and sends a text as it is. */
    public Socket send(String text) throws IOException {
        var uri = URI.create(firstLine.substring(firstLine.indexOf("http")));
        var socket = new Socket();
        socket.setReceiveBufferSize(8192);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()));
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        return socket;
    }

    /** Asks the process to end, as {@code kill -TERM} does. */
    public void terminate() {
        // Process.destroy() would close the streams as well.
        process.toHandle().destroy();
    }

    /** Waits for the process to end, and returns what it printed to standard error. */
    public String errors() throws IOException {
        return new String(process.getErrorStream().readAllBytes(), UTF_8);
    }

    /** Waits for the process to end, and returns its exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the process did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        out.close();
    }
}
