package io.milepost.local.postgresql;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The server's process, as its file {@code postmaster.pid} tells of it to whoever has not started it, too. */
final class ServerProcess {

    /** The line in which it says that it takes connections. */
    private static final int STATUS_LINE = 7;

    private static final int STOP_SECONDS = 10;

    private ServerProcess() {}

    /** Whether the one of this number takes connections. */
    static boolean isReady(Path data, long pid) {
        List<String> lines = lines(data);
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /**
     * Ends the server that an earlier starter has left behind. A file whose number another program has got since, as happens
     * after a reset of the machine, is removed: the server would take that program for itself. That of a process which is no
     * more stays, because the server looks by it for connections that outlived it.
     */
    static void endOrphan(Path data) {
        List<String> lines = lines(data);
        Optional<ProcessHandle> named = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        Optional<ProcessHandle> orphan = named.filter(process -> serves(process, data));
        if (orphan.isPresent()) {
            end(orphan.get());
        } else if (lines.isEmpty() || named.isPresent()) {
            forget(data);
        }
    }

    private static boolean serves(ProcessHandle process, Path data) {
        return process.info().commandLine().orElse("").contains("postgres -D " + data + " ");
    }

    private static void forget(Path data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts its connections and stops it cleanly; if that takes too long, leaves the rest to the recovery at its next start. */
    static void end(ProcessHandle server) {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            if (!server.isAlive() || endsBy(server, signal)) {
                return;
            }
        }
        throw new Unavailable(
                "The PostgreSQL server with process number " + server.pid() + " cannot be ended.",
                "End it as the user who has started it, then try again.");
    }

    private static boolean endsBy(ProcessHandle server, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid())).start();
            server.onExit().get(STOP_SECONDS, SECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL stops", e);
        }
    }

    private static List<String> lines(Path data) {
        try {
            return Files.readAllLines(file(data));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
