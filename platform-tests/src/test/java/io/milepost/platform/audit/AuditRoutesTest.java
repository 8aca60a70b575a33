package io.milepost.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.Client;
import io.milepost.platform.web.ParcelService;
import io.milepost.platform.web.Parcels;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A log of a service's own, since it is going to be spoilt. */
class AuditRoutesTest {
    private ParcelService service;
    private Client operator;
    private MongoCollection<Document> events;

    @BeforeEach
    void start() {
        service = ParcelService.with();
        operator = service.as(Role.OPERATOR);
        events = service.bean(MongoClient.class).getDatabase("parcel").getCollection("event_log");
        for (int i = 0; i < 6; i++) {
            service.as(Role.SALES_REP).post("/v1/parcels", Parcels.posted());
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void flipOneByteAt(long position) {
        var document =
                Mono.from(events.find(Filters.eq("_id", position)).first()).block();
        var event = document.getList("e", Document.class).getFirst();
        var payload = event.get("p", Binary.class).getData().clone();
        payload[payload.length / 2] ^= 1;
        event.put("p", new Binary(payload));
        assertThat(Mono.from(events.replaceOne(Filters.eq("_id", position), document))
                        .block()
                        .getModifiedCount())
                .isOne();
    }

    private JsonNode verified(String query) {
        var answer = operator.get("/v1/log/verify" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void a_checkpoint_that_is_taken_is_counted_and_a_verification_is_not() {
        var counted = service.bean(MeterRegistry.class)
                .get("milepost.audit.checkpoints")
                .counter();
        verified("");
        assertThat(counted.count()).isZero();

        assertThat(operator.get("/v1/log/checkpoint").status()).isEqualTo(200);

        assertThat(counted.count()).isEqualTo(1);
        assertThat(service.bean(MeterRegistry.class)
                        .get("milepost.audit.checkpoint.age.seconds")
                        .gauge()
                        .value())
                .isBetween(0.0, 600.0);
    }

    @Test
    void one_flipped_byte_is_found_at_its_position() {
        var before = verified("");
        assertThat(before.get("intact").booleanValue()).isTrue();
        assertThat(before.get("commits").longValue()).isEqualTo(6);
        assertThat(before.get("head").longValue()).isEqualTo(6);
        assertThat(before.has("fault")).isFalse();

        flipOneByteAt(4);

        var after = verified("");
        assertThat(after.get("intact").booleanValue()).isFalse();
        assertThat(after.get("commits").longValue()).isEqualTo(3);
        assertThat(after.at("/fault/position").longValue()).isEqualTo(4);
        assertThat(after.at("/fault/reason").stringValue()).isEqualTo("CHANGED");
        assertThat(verified("?from=4").get("intact").booleanValue())
                .as("what is beyond the change still links to it")
                .isTrue();
        assertThat(verified("?from=2").at("/fault/position").longValue()).isEqualTo(4);
    }

    @Test
    void a_walk_from_a_checkpoint_sees_what_came_after_it() {
        var checkpoint = operator.get("/v1/log/checkpoint").json();
        var from = "?from=%d&hash=%s"
                .formatted(
                        checkpoint.get("position").longValue(),
                        checkpoint.get("hash").stringValue());
        service.as(Role.SALES_REP).post("/v1/parcels", Parcels.posted());

        assertThat(verified(from).get("intact").booleanValue()).isTrue();
        assertThat(verified(from).get("commits").longValue()).isOne();
        var other = verified("?from=3&hash=" + checkpoint.get("hash").stringValue());
        assertThat(other.at("/fault/reason").stringValue()).isEqualTo("OTHER_HISTORY");
        for (var bad : List.of("from=x", "hash=abc", "from=-1")) {
            assertThat(operator.get("/v1/log/verify?" + bad).code()).as(bad).isEqualTo("INVALID_PARAMETER");
        }
    }

    @Test
    void a_checkpoint_is_signed_with_the_published_key() throws Exception {
        var checkpoint = operator.get("/v1/log/checkpoint").json();
        var log = service.bean(EventLog.class);
        assertThat(checkpoint.propertyNames())
                .containsExactly("service", "epoch", "position", "hash", "time", "keyId", "signature");
        assertThat(checkpoint.get("position").longValue()).isEqualTo(6);
        assertThat(checkpoint.get("hash").stringValue())
                .isEqualTo(
                        HexFormat.of().formatHex(log.at(6).join().orElseThrow().hash()));
        assertThat(checkpoint.get("epoch").stringValue()).isEqualTo(log.epoch());

        var key = service.withToken(null).get("/v1/log/keys").json().at("/keys/0");
        assertThat(key.get("kid")).isEqualTo(checkpoint.get("keyId"));
        assertThat(signedBy(key, checkpoint)).isTrue();
        for (var field : List.of("service", "epoch", "hash", "time")) {
            assertThat(signedBy(key, ((tools.jackson.databind.node.ObjectNode) checkpoint.deepCopy()).put(field, "x")))
                    .as("with another " + field)
                    .isFalse();
        }
        assertThat(signedBy(key, ((tools.jackson.databind.node.ObjectNode) checkpoint.deepCopy()).put("position", 5)))
                .isFalse();
    }

    private static boolean signedBy(JsonNode key, JsonNode checkpoint) throws Exception {
        var prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        var x = Base64.getUrlDecoder().decode(key.get("x").stringValue());
        var encoded = ByteBuffer.allocate(44).put(prefix).put(x).array();
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        var text = "milepost-checkpoint-v1\n%s\n%s\n%d\n%s\n%s"
                .formatted(
                        checkpoint.get("service").stringValue(),
                        checkpoint.get("epoch").stringValue(),
                        checkpoint.get("position").longValue(),
                        checkpoint.get("hash").stringValue(),
                        checkpoint.get("time").stringValue());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return signature.verify(
                Base64.getUrlDecoder().decode(checkpoint.get("signature").stringValue()));
    }

    /** Recomputes the chain from what is served alone; answers the first position that does not fit, or 0. */
    private long firstWrong() throws Exception {
        var hash = new byte[32];
        var after = 0L;
        while (true) {
            var page = operator.get("/v1/log/commits?limit=4&after=" + after, "Accept", "application/x-ndjson");
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.header("milepost-epoch"))
                    .isEqualTo(service.bean(EventLog.class).epoch());
            if (page.text().isEmpty()) {
                return 0;
            }
            for (var text : page.text().lines().toList()) {
                var line = Json.mapper().readTree(text);
                var sha = MessageDigest.getInstance("SHA-256");
                sha.update(ByteBuffer.allocate(36).putInt(32).put(hash).array());
                sha.update(Base64.getDecoder().decode(line.path("content").asString("")));
                hash = sha.digest();
                if (!HexFormat.of().formatHex(hash).equals(line.path("hash").asString(""))) {
                    return line.get("first").longValue();
                }
                after = line.get("last").longValue();
            }
        }
    }

    @Test
    void an_outsider_recomputes_the_chain_from_the_commits_as_they_stand() throws Exception {
        assertThat(firstWrong()).isZero();

        flipOneByteAt(5);
        assertThat(firstWrong()).isEqualTo(5);

        Mono.from(events.updateOne(Filters.eq("_id", 2L), new Document("$unset", new Document("w", ""))))
                .block();
        assertThat(firstWrong()).isEqualTo(2);
        assertThat(verified("").at("/fault/reason").stringValue()).isEqualTo("UNREADABLE");
    }

    @Test
    @DisplayName("A value that two entities hold in two spellings is listed with both, and nothing else is")
    void doubles_of_a_claimed_value_are_listed() {
        assertThat(operator.get("/v1/log/doubles").json().at("/items")).isEmpty();
        var sales = service.as(Role.SALES_REP);
        var ids = Stream.of("tx\u00a01", "TX 1", "tx 2")
                .map(label -> sales.post("/v1/parcels", Parcels.posted(label))
                        .json()
                        .get("id")
                        .asString())
                .toList();

        assertThat(operator.get("/v1/log/doubles").json().at("/items"))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.get("key").asString()).isEqualTo("label");
                    assertThat(held.get("value").asString()).isEqualTo("TX 1");
                    assertThat(held.get("holders"))
                            .extracting(JsonNode::asString)
                            .containsExactlyInAnyOrder(ids.get(0), ids.get(1));
                });
    }

    @Test
    void only_the_public_key_is_for_everybody() {
        var analyst = service.as(Role.ANALYST);
        for (var path : List.of("/v1/log/verify", "/v1/log/checkpoint", "/v1/log/commits", "/v1/log/doubles")) {
            assertThat(analyst.get(path).status()).as(path).isEqualTo(403);
            assertThat(service.withToken(null).get(path).status()).as(path).isEqualTo(401);
            assertThat(operator.get(path).status()).as(path).isEqualTo(200);
            assertThat(operator.get(path + "?colour=red").code()).as(path).isEqualTo("UNKNOWN_PARAMETER");
            assertThat(operator.get(path, "Accept", "text/csv").code()).as(path).isEqualTo("NOT_ACCEPTABLE");
        }
        assertThat(service.withToken(null).get("/v1/log/keys").status()).isEqualTo(200);
    }
}
