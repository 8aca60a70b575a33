package io.milepost.platform.webhook;

import io.milepost.platform.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secrets of webhooks. None is stored: each follows from the service's key file, the webhook's id and its number (ADR 0107). */
final class Secrets {
    private static final String PREFIX = "whsec_";

    private final Sealer sealer;

    Secrets(Sealer sealer) {
        this.sealer = sealer;
    }

    /** As a receiver keeps it. */
    String text(UUID webhook, int number) {
        return PREFIX + Base64.getEncoder().encodeToString(bytes(webhook, number));
    }

    /** The header {@code webhook-signature}: by the secret of today, and by the former one as long as it counts. */
    String signatures(UUID id, Webhook webhook, String message, Instant at, byte[] body) {
        var now = signature(bytes(id, webhook.secret()), message, at, body);
        var until = webhook.formerUntil();
        return until == null || !at.isBefore(until)
                ? now
                : now + " " + signature(bytes(id, webhook.secret() - 1), message, at, body);
    }

    private byte[] bytes(UUID webhook, int number) {
        return HexFormat.of().parseHex(sealer.digest("webhook-secret", webhook + "/" + number));
    }

    static String signature(byte[] secret, String message, Instant at, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
            mac.update("%s.%d.".formatted(message, at.getEpochSecond()).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
