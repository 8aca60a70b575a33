package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.audit.Checkpoint;
import io.milepost.platform.audit.SigningKey;
import io.milepost.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example under contracts/audit, by which anybody tries a verifier of his own: it is what the platform makes of three
 * commits and a key that nobody else has. {@code -Dcontracts.approve=true} writes it; changed it would break all verifiers.
 */
class AuditExampleTest {
    private static final Path FOLDER = Path.of(System.getProperty("contracts.dir"), "audit");
    private static final String WRITER = "6a0f3a52-1111-4000-8000-000000000001:6a0f3a52-2222-4000-8000-000000000002";

    @TempDir
    Path folder;

    private static StoredEvent event(
            long position, String name, String data, Map<String, String> metadata, String... tags) {
        return new StoredEvent(
                position,
                new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + position),
                name,
                1,
                Instant.parse("2026-03-31T12:00:00.123Z"),
                Instant.parse("2017-10-01T00:00:00Z"),
                data.getBytes(StandardCharsets.UTF_8),
                metadata,
                Set.of(tags));
    }

    private static List<StoredCommit> commits() {
        var about = Map.of("aggregate", "lead", "subject", "s-1", "actor", "Zoë", "command", "CaptureLead");
        return List.of(
                commit(
                        1,
                        event(1, "lead.captured", "{\"name\":\"Żuraw\"}", about, "lead=s-1", "contact=77"),
                        event(2, "lead.scored", "{\"score\":7}", about, "lead=s-1")),
                commit(3, event(3, "lead.qualified", "{}", Map.of(), "lead=s-1")),
                commit(4, event(4, "lead.converted", "{\"to\":\"o-1\"}", about, "lead=s-1", "opportunity=o-1")));
    }

    private static StoredCommit commit(long first, StoredEvent... events) {
        var tags = Arrays.stream(events)
                .flatMap(event -> event.tags().stream())
                .collect(java.util.stream.Collectors.toSet());
        return new StoredCommit(
                first,
                first + events.length - 1,
                "http/" + first,
                new byte[] {(byte) first, 2, 3},
                WRITER,
                new byte[0],
                tags,
                List.of(events));
    }

    /** A key pair that is the same each time. */
    private SigningKey key() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 7);
            }
        });
        var pair = generator.generateKeyPair();
        var file = folder.resolve("key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var encoder = Base64.getEncoder();
        Files.writeString(
                file,
                "private=%s%npublic=%s%n"
                        .formatted(
                                encoder.encodeToString(pair.getPrivate().getEncoded()),
                                encoder.encodeToString(pair.getPublic().getEncoded())));
        return SigningKey.open(file);
    }

    @Test
    void the_example_is_what_the_platform_makes_of_it() throws Exception {
        var key = key();
        var lines = new StringBuilder();
        var hash = HashChain.START;
        var checkpoint = "";
        for (var commit : commits()) {
            hash = HashChain.next(hash, commit);
            lines.append(Json.mapper()
                            .createObjectNode()
                            .put("first", commit.first())
                            .put("last", commit.last())
                            .put("hash", HexFormat.of().formatHex(hash))
                            .put("content", Base64.getEncoder().encodeToString(HashChain.content(commit))))
                    .append('\n');
            if (commit.last() == 3) {
                checkpoint = signed(
                        key,
                        new Checkpoint(
                                "lead",
                                WRITER.split(":", -1)[1],
                                3,
                                HexFormat.of().formatHex(hash),
                                Instant.parse("2026-03-31T12:00:01.500Z")));
            }
        }

        approved("commits.ndjson", lines.toString());
        approved("checkpoint.json", checkpoint);
        approved(
                "keys.json",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"%s\"}]}\n"
                        .formatted(key.id(), key.x()));
    }

    private static String signed(SigningKey key, Checkpoint checkpoint) {
        return Json.mapper()
                        .createObjectNode()
                        .put("service", checkpoint.service())
                        .put("epoch", checkpoint.epoch())
                        .put("position", checkpoint.position())
                        .put("hash", checkpoint.hash())
                        .put("time", checkpoint.time().toString())
                        .put("keyId", key.id())
                        .put("signature", key.sign(checkpoint.signed()))
                + "\n";
    }

    private static void approved(String name, String text) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("contracts.approve")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).as(name).isEqualTo(text);
    }
}
