package io.milepost.platform.sealing;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A service's own secrets: the master key that wraps the keys of persons, and the key of digests. Whoever has this file and
 * the key database can read personal data; whoever lacks either cannot.
 */
public final class KeyFile {

    private final SecretKeySpec master;
    private final SecretKeySpec digest;

    private KeyFile(byte[] master, byte[] digest) {
        this.master = new SecretKeySpec(master, "AES");
        this.digest = new SecretKeySpec(digest, "HmacSHA256");
    }

    /** Reads the file, making it on first use; refuses one that others may read. */
    public static KeyFile open(Path file) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(
                    OwnersFile.read(file, () -> "master=%s%ndigest=%s%n".formatted(random(), random()))));
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

    /** By which it is told from another one, and nothing of it is learnt. */
    String fingerprint() {
        try {
            var mac = Mac.getInstance(digest.getAlgorithm());
            mac.init(digest);
            mac.update("milepost key file|".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(master.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
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
