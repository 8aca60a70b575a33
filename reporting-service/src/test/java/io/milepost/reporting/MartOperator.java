package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import tools.jackson.databind.JsonNode;

/** What an operator asks of a running mart, and does to its database. */
record MartOperator(RunningReports running, Connection database) {
    static final String AT = "/v1/projections/mart";

    boolean isCaughtUp() throws Exception {
        var mart = status();
        var population = running.population;
        return position(mart, "opportunity") == population.opportunities.position()
                && position(mart, "contract") == population.contracts.position()
                && position(mart, "delivery") == population.deliveries.position()
                && position(mart, "lead") == population.leads.position()
                && !mart.get("completeAt").isNull();
    }

    long position(JsonNode mart, String source) {
        return mart.get("sources")
                .valueStream()
                .filter(one -> one.get("source").asString().equals(source))
                .mapToLong(one -> one.get("position").asLong())
                .findFirst()
                .orElseThrow();
    }

    JsonNode status() throws Exception {
        return json(fetch(AT));
    }

    static String code(HttpResponse<String> problem) {
        return RunningReports.JSON.readTree(problem.body()).get("code").asString();
    }

    JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return RunningReports.JSON.readTree(answer.body());
    }

    HttpResponse<String> fetch(String path) throws Exception {
        return running.fetch(path, running.parts.token(Role.OPERATOR));
    }

    HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        return running.send(method, path, running.parts.token(Role.OPERATOR), headers);
    }

    JsonNode redriveParked(UUID subject) throws Exception {
        var request = HttpRequest.newBuilder(running.at("/v1/parked/redrive"))
                .header("Authorization", "Bearer " + running.parts.token(Role.OPERATOR))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"subject\":\"%s\"}".formatted(subject)))
                .build();
        return json(RunningReports.HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    HttpResponse<String> keyed(String method, UUID key) throws Exception {
        return send(method, AT + "/rebuild", "Idempotency-Key", key.toString());
    }

    JsonNode report(String query) throws Exception {
        return json(running.fetch("/v1/reports/" + query, running.parts.token(Role.ANALYST)));
    }

    int generation() throws Exception {
        return status().get("generation").asInt();
    }

    String one(String sql) throws Exception {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    void change(String sql) throws Exception {
        try (var statement = database.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    double metric(String... parts) throws Exception {
        return fetch("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> List.of(parts).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    String schema(int generation) throws Exception {
        String named = one("select min(nspname) from pg_namespace where nspname ~ '^mart_[0-9a-f]{8}(_.+)?$'")
                .substring(0, 13);
        return generation == 1 ? named : named + "_" + generation;
    }

    long deals() throws Exception {
        return report("funnel?by=").at("/rows/0/opportunities").asLong();
    }

    /** The consumer groups of a generation. */
    List<String> groups(int generation) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", running.parts.bootstrapServers()))) {
            return admin.listGroups().all().get().stream()
                    .map(group -> group.groupId())
                    .filter(group -> group.matches("reporting-service.mart-[0-9a-f]{8}%s-[a-z]+"
                            .formatted(generation == 1 ? "" : "-" + generation)))
                    .toList();
        }
    }

    /** As long as this is open, nothing comes into a generation that somebody is to begin. */
    Connection heldBack(int generation) throws Exception {
        var held = DriverManager.getConnection(database.getMetaData().getURL());
        try (var statement = held.createStatement()) {
            String schema = schema(generation);
            statement.execute("create schema " + schema);
            statement.execute("create table %s.position (like %s.position including all)"
                    .formatted(schema, schema(generation - 1)));
            held.setAutoCommit(false);
            statement.execute("lock table %s.position in exclusive mode".formatted(schema));
        }
        return held;
    }

    static Publisher.Event identified(UUID deal) {
        return new Publisher.Event(
                "opportunity.identified.v1",
                deal,
                LocalDate.of(2017, 3, 5),
                "{\"owner\":\"smith\",\"expectedValue\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}");
    }
}
