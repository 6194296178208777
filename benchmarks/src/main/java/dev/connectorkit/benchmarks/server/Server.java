package dev.connectorkit.benchmarks.server;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. */
final class Server implements Closeable {
    private static final long TIME_TO_START = TimeUnit.SECONDS.toNanos(60);
    private static final String TEST = "{\"type\":\"std:test-connection\",\"input\":{},\"config\":{\"accounts\":1}}";

    private final Process process;
    private final int port;
    private final double firstAnswerMillis;

    private Server(ProcessBuilder builder, int port) throws IOException, InterruptedException {
        this.port = port;
        long start = System.nanoTime();
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitFirstAnswer(start);
        firstAnswerMillis = (System.nanoTime() - start) / 1e6;
    }

    /** Starts a packaged connector and returns when it has answered a command. */
    static Server java(Path jar, Path javaHome, List<String> options) throws IOException, InterruptedException {
        int port = freePort();
        var command =
                new ArrayList<>(List.of(javaHome.resolve("bin").resolve("java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("CONNECTOR_PORT", String.valueOf(port));
        return new Server(builder, port);
    }

    /** Starts {@code spcx} in a folder where the SDK is installed, and returns when it has answered a command. */
    static Server node(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        var connector = folder.resolve("index.js");
        try (var source = Server.class.getResourceAsStream("index.js")) {
            Files.write(connector, requireNonNull(source, "index.js").readAllBytes());
        }
        var builder = new ProcessBuilder(
                "node", "node_modules/@sailpoint/connector-sdk/dist/bin/spcx.js", "run", "index.js", "" + port);
        return new Server(builder.directory(folder.toFile()), port);
    }

    /** Returns why there is no Node server in a folder, or an empty text if there is one. */
    static String whyNoNode(Path folder) {
        if (!Files.exists(folder.resolve("node_modules/@sailpoint/connector-sdk"))) {
            return folder + " has no @sailpoint/connector-sdk: npm install --prefix " + folder
                    + " @sailpoint/connector-sdk";
        }
        try {
            return new ProcessBuilder("node", "--version")
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0
                    ? ""
                    : "node does not run";
        } catch (IOException e) {
            return "there is no node on this machine: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitFirstAnswer(long start) throws IOException, InterruptedException {
        while (true) {
            try (var answer = post(TEST)) {
                if (!answer.readToEnd().isWhole()) {
                    throw new IllegalStateException("the server cannot run a test-connection");
                }
                return;
            } catch (ConnectException e) {
                if (!process.isAlive() || System.nanoTime() - start > TIME_TO_START) {
                    throw new IllegalStateException(
                            "the server does not start: " + process.info().commandLine(), e);
                }
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    /** Returns the milliseconds from the start of the process to the end of its first answer. */
    double firstAnswerMillis() {
        return firstAnswerMillis;
    }

    /** Sends a command on a connection of its own. */
    Answer post(String body) throws IOException {
        return new Answer(new Socket(InetAddress.getLoopbackAddress(), port), body);
    }

    Answer list(int accounts) throws IOException {
        return post("{\"type\":\"std:account:list\",\"input\":{},\"config\":{\"accounts\":" + accounts + "}}");
    }

    /** Returns the seconds of processor time that the process has used. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** Returns the most memory that the process ever had resident, in MiB. */
    double peakMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
