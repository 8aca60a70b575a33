package io.milepost.cli.audit;

import io.milepost.cli.Failure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The keys that an auditor believes, by the ids that follow from them (RFC 7638): a key cannot come under another's id. */
record PublicKeys(Map<String, PublicKey> byId) {
    private static final JsonMapper JSON = new JsonMapper();
    /** What X.509 writes before the 32 bytes of an Ed25519 key. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    PublicKeys {
        byId = Map.copyOf(byId);
    }

    /** No key is believed. */
    static PublicKeys none() {
        return new PublicKeys(Map.of());
    }

    static PublicKeys read(String text, String where) {
        var keys = new LinkedHashMap<String, PublicKey>();
        try {
            for (var key : JSON.readTree(text).path("keys")) {
                if (key.path("crv").asString("").equals("Ed25519")) {
                    var x = key.path("x").asString("");
                    keys.put(thumbprint(x), decoded(x));
                }
            }
        } catch (JacksonException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new Failure(where + " is not a set of keys", unreadable);
        }
        if (keys.isEmpty()) {
            throw new Failure(where + " has no Ed25519 key");
        }
        return new PublicKeys(keys);
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    /** Whether the checkpoint was signed, as it stands, by the key that it names. */
    boolean signed(Checkpoint checkpoint) {
        var key = byId.get(checkpoint.keyId());
        if (key == null) {
            return false;
        }
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(checkpoint.signed().getBytes(StandardCharsets.UTF_8));
            return signature.verify(checkpoint.signature());
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static PublicKey decoded(String x) throws GeneralSecurityException {
        var raw = Base64.getUrlDecoder().decode(x);
        var encoded = new byte[X509.length + raw.length];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        System.arraycopy(raw, 0, encoded, X509.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static String thumbprint(String x) throws GeneralSecurityException {
        var members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8)));
    }
}
