package io.milepost.local.postgresql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that starts a server, made to be killed. */
final class Starter implements AutoCloseable {

    private final Process process;
    private final long server;

    private Starter(Process process, long server) {
        this.process = process;
        this.server = server;
    }

    static Starter start(Path binaries, Path folder, int port) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Starter.class.getName(),
                binaries.toString(),
                folder.toString(),
                Integer.toString(port));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("PID ")) {
                    return new Starter(process, Long.parseLong(line.substring(4)));
                }
            }
            throw new IllegalStateException("the starter ended before its server was there");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server that it has started. */
    ProcessHandle server() {
        return ProcessHandle.of(server).orElseThrow();
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    static void main(String[] arguments) throws InterruptedException {
        EmbeddedPostgreSql server =
                EmbeddedPostgreSql.start(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        System.out.println("PID " + server.pid());
        Thread.currentThread().join();
    }
}
