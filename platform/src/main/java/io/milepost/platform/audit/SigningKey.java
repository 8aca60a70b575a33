package io.milepost.platform.audit;

import io.milepost.platform.sealing.OwnersFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The key pair that a service signs its checkpoints with (Ed25519). It is not the key of sealed data: it may be shown to an
 * auditor's witness, exchanged or kept in another place without touching what is sealed.
 */
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    /** What X.509 writes before the 32 bytes of such a key. */
    private static final int X509_PREFIX = 12;

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey privateKey;
    private final byte[] publicBytes;

    private SigningKey(PrivateKey privateKey, byte[] publicX509) {
        this.privateKey = privateKey;
        this.publicBytes = Arrays.copyOfRange(publicX509, X509_PREFIX, publicX509.length);
    }

    /** Reads the file, making it on first use; refuses one that others may read. */
    public static SigningKey open(Path file) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(OwnersFile.read(file, SigningKey::newPair)));
            var decoder = Base64.getDecoder();
            var privateKey = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(required(properties, "private"))));
            return new SigningKey(privateKey, decoder.decode(required(properties, "public")));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalStateException("the signing key file %s cannot be used".formatted(file), unusable);
        }
    }

    /** The RFC 7638 thumbprint, so that an id belongs to one key alone. */
    public String id() {
        return idOf(x());
    }

    static String idOf(String x) {
        var members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x);
        try {
            return URL.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The public key as a JSON Web Key has it (RFC 8037). */
    public String x() {
        return URL.encodeToString(publicBytes);
    }

    /** The signature, in base64url without padding. */
    public String sign(byte[] text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text);
            return URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String newPair() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var encoder = Base64.getEncoder();
            return "private=%s%npublic=%s%n"
                    .formatted(
                            encoder.encodeToString(pair.getPrivate().getEncoded()),
                            encoder.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String required(Properties properties, String name) {
        @Nullable String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " key");
        }
        return value;
    }
}
