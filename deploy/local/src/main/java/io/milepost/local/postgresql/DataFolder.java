package io.milepost.local.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * What one server keeps, and the lock on it: whoever holds that is the only one to start a server here, and one that runs
 * without it is an orphan. The lock ends with its process.
 */
final class DataFolder implements AutoCloseable {

    private final Path home;
    private final FileChannel lock;

    private DataFolder(Path home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
    }

    /** @param folder whose parent gets the lock's file, because the folder itself is made as a whole */
    static DataFolder lock(Path folder) {
        Path home = folder.toAbsolutePath();
        try {
            Files.createDirectories(home.getParent());
            FileChannel lock =
                    FileChannel.open(sibling(home, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isOurs(lock)) {
                return new DataFolder(home, lock);
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep PostgreSQL's data in " + home, e);
        }
        throw new Unavailable(
                "Another process runs a PostgreSQL server on " + home + ".",
                "Stop that process, or name another folder.");
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    private static Path sibling(Path home, String suffix) {
        return home.resolveSibling(home.getFileName() + suffix);
    }

    Path home() {
        return home;
    }

    Path data() {
        return home.resolve("data");
    }

    /** What the server had to say since it was started last. */
    Path log() {
        return home.resolve("server.log");
    }

    List<String> logged() {
        try {
            return Files.readAllLines(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path passwordFile() {
        return home.resolve("password");
    }

    String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (NoSuchFileException e) {
            throw wrongPassword("is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Unavailable wrongPassword(String how, Exception cause) {
        return new Unavailable(
                "The password of PostgreSQL's role " + EmbeddedPostgreSql.NAME + ", kept in " + passwordFile() + ", "
                        + how + ".",
                "Put the file back, or move " + home + " away to begin with an empty one.",
                cause);
    }

    /**
     * Makes what is missing beside its place and moves it there when it is complete. Text is ordered by code points, on every
     * platform. The superuser has no password, so nobody logs in as such.
     */
    void createIfMissing(Binaries binaries) {
        if (Files.exists(home)) {
            return;
        }
        Path fresh = sibling(home, ".new");
        String password = randomPassword();
        try {
            FileUtils.deleteDirectory(fresh.toFile());
            Files.createDirectories(fresh);
            String data = fresh.resolve("data").toString();
            run(
                    "",
                    binaries.start(
                            Redirect.PIPE,
                            "initdb",
                            "--pgdata=" + data,
                            "--username=postgres",
                            "--auth-local=reject",
                            "--auth-host=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
            run(
                    "create role %1$s login createrole password '%2$s'%ncreate database %1$s owner %1$s%n"
                            .formatted(EmbeddedPostgreSql.NAME, password),
                    binaries.start(Redirect.PIPE, "postgres", "--single", "-D", data, "postgres"));
            Path file = fresh.resolve(passwordFile().getFileName());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for PostgreSQL's data: " + home, e);
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** A server in single-user mode goes on after an error, and ends with 0. */
    private void run(String input, Process process) throws IOException {
        try (var writer = process.outputWriter()) {
            writer.write(input);
        }
        List<String> output = process.inputReader().readAllLines();
        if (process.onExit().join().exitValue() != 0 || output.stream().anyMatch(line -> line.contains("ERROR:"))) {
            throw Unavailable.saying(output, this);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
