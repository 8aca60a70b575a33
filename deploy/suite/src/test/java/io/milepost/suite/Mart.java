package io.milepost.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The PostgreSQL server that the local stack starts.
 *
 * @param folder where it keeps data and password
 * @param port where it listens
 */
record Mart(Path folder, int port) {

    /** For the part that uses it; there once the local stack is ready. */
    Map<String, String> environment() {
        try {
            return Map.of(
                    "MILEPOST_MART_URI",
                    "jdbc:postgresql://localhost:%d/milepost".formatted(port),
                    "MILEPOST_MART_USER",
                    "milepost",
                    "MILEPOST_MART_PASSWORD",
                    Files.readString(folder.resolve("password")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It outlives the local stack when that is killed; without clients it stops as soon as it is asked to. */
    void end() {
        var file = folder.resolve("data").resolve("postmaster.pid");
        try {
            if (Files.exists(file)) {
                ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
                        .filter(ProcessHandle::destroy)
                        .ifPresent(server -> server.onExit().join());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
