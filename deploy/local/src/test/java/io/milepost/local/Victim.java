package io.milepost.local;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A database in a process of its own, made to be killed. */
final class Victim implements AutoCloseable {

    /** The kinds of database; the library's own is the control that must lose something. */
    enum Kind {
        EMBEDDED,
        STOCK
    }

    private final Process process;
    private final String uri;

    private Victim(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    static Victim start(Kind kind, Path file) {
        return start(command(kind, file));
    }

    /** One whose files cannot grow beyond so much, as on a disk that is full by then. */
    static Victim startOnDiskOf(int kibibytes, Path file) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "-"));
        command.addAll(command(Kind.EMBEDDED, file));
        return start(command);
    }

    private static List<String> command(Kind kind, Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(),
                kind.name(),
                file.toString());
    }

    private static Victim start(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("URI ")) {
                    return new Victim(process, line.substring(4));
                }
            }
            throw new IllegalStateException("the victim ended before it listened");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uri() {
        return uri;
    }

    Process process() {
        return process;
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** The victim itself: kind and file. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("URI "
                + switch (Kind.valueOf(arguments[0])) {
                    case EMBEDDED ->
                        EmbeddedDatabase.start(Path.of(arguments[1]), 0).uri();
                    case STOCK -> stock(arguments[1]);
                });
        new CountDownLatch(1).await();
    }

    private static String stock(String file) {
        MongoServer server = new MongoServer(new H2Backend(file));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return "mongodb://localhost:" + server.getLocalAddress().getPort();
    }
}
