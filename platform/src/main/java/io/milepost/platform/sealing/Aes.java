package io.milepost.platform.sealing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with a random 96-bit vector before the ciphertext. */
final class Aes {

    private static final int VECTOR = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Aes() {}

    static byte[] seal(SecretKey key, byte[] plain, byte[] associated) {
        var vector = new byte[VECTOR];
        RANDOM.nextBytes(vector);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, vector, associated).doFinal(plain);
            return ByteBuffer.allocate(VECTOR + sealed.length)
                    .put(vector)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Fails when the key, the ciphertext or the associated data are not those of the sealing. */
    static byte[] open(SecretKey key, byte[] sealed, byte[] associated) throws GeneralSecurityException {
        if (sealed.length < VECTOR) {
            throw new GeneralSecurityException("too short");
        }
        var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, VECTOR), associated);
        return cipher.doFinal(sealed, VECTOR, sealed.length - VECTOR);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] vector, byte[] associated)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, vector));
        cipher.updateAAD(associated);
        return cipher;
    }
}
