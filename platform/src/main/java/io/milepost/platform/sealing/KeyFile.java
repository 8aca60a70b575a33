package io.milepost.platform.sealing;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * A service's own secrets: the master key that wraps the keys of persons, and the key of digests. Whoever has this file and
 * the key database can read personal data; whoever lacks either cannot.
 */
public final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final SecretKeySpec master;
    private final SecretKeySpec digest;

    private KeyFile(byte[] master, byte[] digest) {
        this.master = new SecretKeySpec(master, "AES");
        this.digest = new SecretKeySpec(digest, "HmacSHA256");
    }

    /** Reads the file, making it on first use; refuses one that others may read. */
    public static KeyFile open(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            refuseWhatOthersRead(file);
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return new KeyFile(key(properties, "master", file), key(properties, "digest", file));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the key file %s cannot be used".formatted(file), unreadable);
        }
    }

    SecretKeySpec master() {
        return master;
    }

    SecretKeySpec digest() {
        return digest;
    }

    private static void create(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException raced) {
            return;
        }
        Files.writeString(file, "master=%s%ndigest=%s%n".formatted(random(), random()));
    }

    private static void refuseWhatOthersRead(Path file) throws IOException {
        var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeIf(permission -> permission.name().startsWith("OWNER_"));
        if (!others.isEmpty()) {
            throw new IllegalStateException("the key file %s is open to others (%s): chmod 600 it"
                    .formatted(file, PosixFilePermissions.toString(Files.getPosixFilePermissions(file))));
        }
    }

    private static byte[] key(Properties properties, String name, Path file) {
        var text = properties.getProperty(name);
        if (text == null || text.length() != 64) {
            throw new IllegalStateException("the key file %s has no 256-bit key %s".formatted(file, name));
        }
        return HexFormat.of().parseHex(text);
    }

    private static String random() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
