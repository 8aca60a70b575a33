package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who gets which rows of the mart: by a token, and by the key of a BI tool. */
class BiKeysIT {
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 5);
    private static final String FUNNEL = "/v1/reports/funnel?by=owner";
    private static final UUID EVERYTHING = UUID.randomUUID();
    private static final UUID OF_SMITH = UUID.randomUUID();
    private static final UUID REVOKED = UUID.randomUUID();
    private static final UUID PAST = UUID.randomUUID();

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        issued(EVERYTHING, "\"access\":\"ALL\"");
        issued(OF_SMITH, "\"access\":\"OWN\",\"member\":\"SMITH\"");
        issued(PAST, "\"access\":\"ALL\",\"lastDay\":\"2017-03-06\"");
        issued(REVOKED, "\"access\":\"ALL\"");
        running.population.leads.send(
                new Publisher.Event("bi-key.revoked.v1", REVOKED, MARCH, "{\"reason\":\"stolen\"}"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> with(OF_SMITH, "secret", FUNNEL).statusCode() == 200
                        && with(REVOKED, "secret", FUNNEL).statusCode() == 401);
    }

    private static void issued(UUID key, String more) {
        running.population.leads.send(new Publisher.Event(
                "bi-key.issued.v1",
                key,
                MARCH,
                "{\"name\":\"a tool\",\"secretHash\":\"%s\",%s}".formatted(hash(), more)));
    }

    @Test
    @DisplayName(
            "R-189: a seller gets the rows of the own deals, in reports, in datasets and in what is summed over all")
    void a_seller_sees_the_own_rows() throws Exception {
        var all = running.parts.issuer().tokenSaying("kim", Map.of("access", "all"), Role.ANALYST);
        var own =
                running.parts.issuer().tokenSaying("kim", Map.of("member", " smith", "access", "own"), Role.SALES_REP);
        var nobody = running.parts.issuer().tokenSaying("kim", Map.of("access", "own"), Role.SALES_REP);

        assertThat(owners(running.fetch(FUNNEL, all))).contains("smith").hasSizeGreaterThan(1);
        assertThat(owners(running.fetch(FUNNEL, own))).containsOnly("smith");
        assertThat(json(running.fetch("/v1/reports/funnel?by=currency", own))
                        .at("/rows/0/opportunities")
                        .asLong())
                .isPositive()
                .isLessThan(json(running.fetch("/v1/reports/funnel?by=currency", all))
                        .at("/rows/0/opportunities")
                        .asLong());
        assertThat(owners(running.fetch("/v1/datasets/opportunity?limit=1000", own)))
                .containsOnly("smith");
        assertThat(owners(running.fetch(FUNNEL, nobody))).isEmpty();
        assertThat(owners(running.fetch(FUNNEL + "&where=owner+ne+'smith'+or+owner+eq+'smith'", own)))
                .as("whatever is asked for")
                .containsOnly("smith");
    }

    @Test
    void a_tool_with_a_key_reads_what_the_key_is_for_and_nothing_else() throws Exception {
        assertThat(owners(with(EVERYTHING, "secret", FUNNEL))).hasSizeGreaterThan(1);
        assertThat(owners(with(OF_SMITH, "secret", FUNNEL))).containsOnly("smith");
        for (var path :
                new String[] {"/v1/events", "/v1/trace/" + UUID.randomUUID(), "/v1/projections", "/v1/notices?for=smith"
                }) {
            assertThat(with(EVERYTHING, "secret", path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void a_wrong_secret_a_key_that_is_revoked_and_one_whose_last_day_has_passed_open_nothing() throws Exception {
        for (var refused : new HttpResponse<?>[] {
            with(EVERYTHING, "Secret", FUNNEL),
            with(REVOKED, "secret", FUNNEL),
            with(PAST, "secret", FUNNEL),
            with(UUID.randomUUID(), "secret", FUNNEL)
        }) {
            assertThat(refused.statusCode()).isEqualTo(401);
        }
        var refused = with(EVERYTHING, "", "/odata/v1/");
        assertThat(refused.headers().allValues("WWW-Authenticate")).contains("Bearer", "Basic realm=\"Milepost\"");
        assertThat(with(EVERYTHING, "", FUNNEL).headers().allValues("WWW-Authenticate"))
                .as("browsers would ask whoever reads the page for a password")
                .containsExactly("Bearer");
    }

    @Test
    @DisplayName(
            "R-189: a login with the name of a key sees in SQL what the key sees over HTTP, and nothing once it is revoked")
    void the_same_in_sql() throws Exception {
        var database = running.beans(com.zaxxer.hikari.HikariDataSource.class)
                .iterator()
                .next();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var key : new UUID[] {OF_SMITH, REVOKED}) {
                statement.execute("create role \"%s\" login in role mart_key".formatted(key));
            }
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(owners(database.getJdbcUrl(), OF_SMITH)).containsOnly("smith");
            assertThat(owners(database.getJdbcUrl(), REVOKED)).isEmpty();
        });
    }

    private static java.util.List<String> owners(String uri, UUID login) throws Exception {
        var found = new java.util.ArrayList<String>();
        try (var connection = java.sql.DriverManager.getConnection(
                        uri.replace("user=postgres", "user=" + login), login.toString(), "x");
                var rows = connection.createStatement().executeQuery("select owner from mart.opportunity_current")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static java.util.List<String> owners(HttpResponse<String> answer) {
        return json(answer)
                .get("rows")
                .valueStream()
                .map(row -> row.get("owner").asString())
                .distinct()
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }

    private static HttpResponse<String> with(UUID key, String secret, String path) throws Exception {
        var named = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return RunningReports.HTTP.send(
                HttpRequest.newBuilder(running.at(path))
                        .header("Authorization", "Basic " + named)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest("secret".getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
