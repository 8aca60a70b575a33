package io.milepost.platform.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Evidence;
import io.milepost.platform.eventlog.Verification;
import io.milepost.platform.json.Json;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.PositionHeaders;
import io.milepost.platform.web.RequestReader;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What an auditor asks of the log. Security keeps all but the public key to role OPERATOR. */
final class AuditReads {
    private static final int USUAL = 500;
    private static final int MOST = 1_000;
    private static final int STEP = 64;
    private static final long MOST_BYTES = 8L << 20;
    private static final AnswerTypes LINES = new AnswerTypes(List.of(MediaType.APPLICATION_NDJSON));
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final EventLog log;
    private final Doubles doubles;
    private final SigningKey key;
    private final String service;
    private final Clock clock;
    private final Blocking blocking;
    private final Counter checkpoints;
    private final LastCheckpoint last;

    AuditReads(
            EventLog log,
            Doubles doubles,
            SigningKey key,
            String service,
            Clock clock,
            Blocking blocking,
            LastCheckpoint last,
            MeterRegistry meters) {
        this.log = log;
        this.doubles = doubles;
        this.key = key;
        this.service = service;
        this.clock = clock;
        this.blocking = blocking;
        this.last = last;
        checkpoints = Counter.builder("milepost.audit.checkpoints")
                .description("Signed checkpoints of the log that were taken from this instance")
                .register(meters);
    }

    /** Recomputes the hash chain from the beginning, or from a commit whose end and hash are known. */
    Mono<ServerResponse> verify(ServerRequest request) {
        return Mono.defer(() -> {
            AnswerTypes.JSON.choose(request);
            RequestReader.onlyParameters(request, "from", "hash");
            long from = RequestReader.position(request, "from", 0);
            var hash = hash(request);
            return blocking.read(() -> log.verify(from, hash))
                    .flatMap(found -> JsonAnswers.json(answer(), told(from, found)));
        });
    }

    /** Claimed values that more than one entity holds, in whatever spelling each was stored. */
    Mono<ServerResponse> doubles(ServerRequest request) {
        return Mono.defer(() -> {
            AnswerTypes.JSON.choose(request);
            RequestReader.onlyParameters(request);
            return blocking.read(doubles::find).flatMap(found -> {
                var json = Json.mapper().createObjectNode();
                var items = json.putArray("items");
                for (var held : found) {
                    var item = items.addObject().put("key", held.key()).put("value", held.value());
                    held.holders().forEach(holder -> item.withArray("/holders").add(holder.toString()));
                }
                return JsonAnswers.json(answer(), json);
            });
        });
    }

    Mono<ServerResponse> checkpoint(ServerRequest request) {
        return Mono.defer(() -> {
            AnswerTypes.JSON.choose(request);
            RequestReader.onlyParameters(request);
            var end = log.chainEnd();
            var checkpoint = new Checkpoint(
                    service,
                    log.epoch(),
                    end.position(),
                    HexFormat.of().formatHex(end.hash()),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            var json = Json.mapper()
                    .createObjectNode()
                    .put("service", checkpoint.service())
                    .put("epoch", checkpoint.epoch())
                    .put("position", checkpoint.position())
                    .put("hash", checkpoint.hash())
                    .put("time", checkpoint.time().toString())
                    .put("keyId", key.id())
                    .put("signature", key.sign(checkpoint.signed()));
            return blocking.read(() -> {
                        VitalThreads.attempt("note that a checkpoint was taken", () -> last.note(checkpoint.time()));
                        return json;
                    })
                    .doOnNext(_ -> checkpoints.increment())
                    .flatMap(taken -> JsonAnswers.json(answer(), taken));
        });
    }

    /** The public key, as a JSON Web Key Set. */
    Mono<ServerResponse> keys(ServerRequest request) {
        return Mono.defer(() -> {
            AnswerTypes.JSON.choose(request);
            RequestReader.onlyParameters(request);
            var set = Json.mapper().createObjectNode();
            set.putArray("keys")
                    .addObject()
                    .put("kty", "OKP")
                    .put("crv", "Ed25519")
                    .put("use", "sig")
                    .put("alg", "EdDSA")
                    .put("kid", key.id())
                    .put("x", key.x());
            return JsonAnswers.json(ServerResponse.ok(), set);
        });
    }

    /** What the hashes are of: a line per commit, as it stands in the store, for as many as fit into a page. */
    Mono<ServerResponse> commits(ServerRequest request) {
        return Mono.defer(() -> {
            LINES.choose(request);
            RequestReader.onlyParameters(request, "after", "limit");
            long after = RequestReader.position(request, "after", 0);
            int limit = RequestReader.count(request, "limit", USUAL, MOST);
            return blocking.read(() -> lines(after, limit))
                    .flatMap(lines ->
                            answer().contentType(MediaType.APPLICATION_NDJSON).bodyValue(lines));
        });
    }

    private byte[] lines(long after, int limit) {
        var out = new ByteArrayOutputStream();
        long position = after;
        for (int left = limit; left > 0 && out.size() < MOST_BYTES; ) {
            var step = log.evidence(position, Math.min(left, STEP)).join();
            if (step.isEmpty()) {
                break;
            }
            for (var commit : step) {
                out.writeBytes(Json.mapper().writeValueAsBytes(line(commit)));
                out.write('\n');
            }
            position = step.getLast().last();
            left -= step.size();
        }
        return out.toByteArray();
    }

    private static ObjectNode line(Evidence commit) {
        var line = Json.mapper().createObjectNode().put("first", commit.first());
        return commit.fault() == null
                ? line.put("last", commit.last())
                        .put("hash", HexFormat.of().formatHex(commit.hash()))
                        .put("content", Base64.getEncoder().encodeToString(commit.content()))
                : line.put("fault", commit.fault());
    }

    private static ObjectNode told(long from, Verification found) {
        var json = Json.mapper()
                .createObjectNode()
                .put("intact", found.intact())
                .put("from", from)
                .put("commits", found.commits())
                .put("head", found.head());
        if (found.fault() != null) {
            json.putObject("fault")
                    .put("position", found.fault().position())
                    .put("reason", found.fault().reason().name())
                    .put("detail", found.fault().detail());
        }
        return json;
    }

    private ServerResponse.BodyBuilder answer() {
        return ServerResponse.ok().header(PositionHeaders.EPOCH, log.epoch());
    }

    private static byte @Nullable [] hash(ServerRequest request) {
        var text = request.queryParam("hash").orElse(null);
        if (text != null && !HASH.matcher(text).matches()) {
            throw RequestReader.invalidParameter("hash", "64 hexadecimal digits, as a checkpoint has them");
        }
        return text == null ? null : HexFormat.of().parseHex(text);
    }
}
