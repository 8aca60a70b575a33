package io.milepost.local.postgresql;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FileUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL for this platform, from the class path and unpacked once.
 *
 * @param folder that has them in {@code bin}
 */
record Binaries(Path folder) {

    private static final int OWNER_EXECUTES = 0100;

    /** @param folder where those of each release get a folder of their own */
    static Binaries unpack(Path folder) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                ? "Darwin"
                : System.getProperty("os.name");
        return unpack(folder, system, System.getProperty("os.arch"));
    }

    static Binaries unpack(Path folder, String system, String machine) {
        try {
            byte[] archive = archive(system, machine);
            Path target = folder.resolve(digest(archive));
            if (!Files.exists(target)) {
                Files.createDirectories(folder);
                Path fresh = Files.createTempDirectory(folder, "new");
                extract(archive, fresh);
                moveUnlessThere(fresh, target);
            }
            return new Binaries(target);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + folder, e);
        }
    }

    private static byte[] archive(String system, String machine) throws IOException {
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return archive.readAllBytes();
        } catch (IllegalStateException none) {
            throw new Unavailable(
                    "There is no PostgreSQL for " + system + " on " + machine + " in this build.",
                    "There is for Linux and macOS on amd64 and arm64; here, " + Unavailable.USE_ANOTHER,
                    none);
        }
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void extract(byte[] archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    file.toFile().setExecutable((entry.getMode() & OWNER_EXECUTES) != 0, false);
                }
            }
        }
    }

    /** Another process may have unpacked the same meanwhile; what it made is as good. */
    private static void moveUnlessThere(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(target)) {
                throw e;
            }
            FileUtils.deleteDirectory(fresh.toFile());
        }
    }

    /**
     * Starts one of the programs. They refuse to run as root; root runs them in a user namespace, where it is nobody and still
     * owns its files.
     */
    Process start(Redirect output, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        // What they say is read, so they must say it in English.
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Unavailable(
                    "PostgreSQL's programs do not run here: " + e.getMessage(),
                    "They need a Linux with glibc, or macOS; here, " + Unavailable.USE_ANOTHER,
                    e);
        }
    }
}
