package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.relay.EventTopic;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What an operator asks of running reports, and does to their database. */
record Operator(RunningReports running, MongoDatabase database) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void rebuilt(String name) throws Exception {
        int next = begun(name);
        // What answers turns a little after what is decided: the former one is let finish first.
        await().atMost(PATIENCE).until(() -> generation(name) == next && reads(name) == next);
    }

    /** The number of the generation whose rebuild this begins. */
    int begun(String name) throws Exception {
        var answer = rebuild(name, UUID.randomUUID());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return lineage(name).getInteger("latest");
    }

    HttpResponse<String> rebuild(String name, UUID key) throws Exception {
        return send("POST", name, key);
    }

    HttpResponse<String> cancel(String name, UUID key) throws Exception {
        return send("DELETE", name, key);
    }

    private HttpResponse<String> send(String method, String name, UUID key) throws Exception {
        return running.send(
                method,
                "/v1/projections/" + name + "/rebuild",
                running.parts.token(Role.OPERATOR),
                "Idempotency-Key",
                key.toString());
    }

    JsonNode items() throws Exception {
        var answer = running.fetch("/v1/projections", running.parts.token(Role.OPERATOR));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body()).get("items");
    }

    int generation(String name) throws Exception {
        for (JsonNode projection : items()) {
            if (projection.get("name").asString().equals(name)) {
                return projection.get("generation").asInt();
            }
        }
        throw new AssertionError("no projection " + name);
    }

    int reads(String name) throws Exception {
        return reconciled(name).get("generation").asInt();
    }

    JsonNode reconciled(String name) throws Exception {
        var answer = running.fetch("/v1/projections/" + name + "/reconcile", running.parts.token(Role.OPERATOR));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }

    static String code(HttpResponse<String> problem) {
        return RunningReports.JSON.readTree(problem.body()).get("code").asString();
    }

    /** The status of what a problem's type leads to. */
    int page(String code) throws Exception {
        return running.fetch("/problems/" + code, running.parts.token(Role.OPERATOR))
                .statusCode();
    }

    String collection(String name, String kind) throws Exception {
        return name + suffix(generation(name)) + "_" + kind;
    }

    /** What tells the collections and the group of a generation from those of another. */
    static String suffix(int generation) {
        return generation == 1 ? "" : ".g" + generation;
    }

    /** As a scraper reads it. */
    double metric(String name, String projection) throws Exception {
        var scraped = running.fetch("/actuator/prometheus", running.parts.token(Role.OPERATOR))
                .body();
        return scraped.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("projection=\"" + projection + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    void changed(String name, String kind, Object id, Document change) throws Exception {
        var done = Mono.from(database.getCollection(collection(name, kind)).updateOne(new Document("_id", id), change))
                .block();
        assertThat(done.getModifiedCount()).isEqualTo(1);
    }

    Document lineage(String name) {
        return Mono.from(database.getCollection("projections")
                        .find(new Document("_id", name))
                        .first())
                .block();
    }

    List<String> collections() {
        return Flux.from(database.listCollectionNames()).collectList().block();
    }

    /** Lets a group come to an epoch that it does not know in all partitions from this one on, so that it stands still there. */
    void heldBack(String group, String source, int from) {
        var known = IntStream.range(from, EventTopic.PARTITIONS)
                .mapToObj(partition -> new Document("_id", position(group, source, partition))
                        .append("position", 1L)
                        .append("epoch", "another"))
                .toList();
        var done = Mono.from(database.getCollection("inbox_positions").insertMany(known))
                .block();
        assertThat(done.getInsertedIds()).hasSize(EventTopic.PARTITIONS - from);
    }

    /** Partitions that were held back; they are read when a member of the group is assigned them anew. */
    void released(String group, String source, int from, int to) {
        var known = IntStream.range(from, to)
                .mapToObj(partition -> position(group, source, partition))
                .toList();
        var done = Mono.from(database.getCollection("inbox_positions")
                        .deleteMany(new Document("_id", new Document("$in", known)).append("epoch", "another")))
                .block();
        assertThat(done.getDeletedCount()).isEqualTo(to - from);
    }

    private static String position(String group, String source, int partition) {
        return "%s/%s/%d".formatted(group, source, partition);
    }

    /** What the service remembers of where a group stands. */
    List<Document> positions(String group) {
        var begins = new Document("$regex", "^" + Pattern.quote(group) + "/");
        return Flux.from(database.getCollection("inbox_positions").find(new Document("_id", begins)))
                .collectList()
                .block();
    }

    /** As another instance does that has seen the next generation have all. */
    void turned(String name, int former) {
        var change = new Document("$set", new Document("live", former + 1))
                .append("$unset", new Document("building", ""))
                .append("$push", new Document("retired", former));
        var done = Mono.from(database.getCollection("projections").updateOne(new Document("_id", name), change))
                .block();
        assertThat(done.getModifiedCount()).isEqualTo(1);
    }

    static List<String> groups(Admin admin) throws Exception {
        return admin.listGroups().all().get().stream()
                .map(group -> group.groupId())
                .toList();
    }
}
