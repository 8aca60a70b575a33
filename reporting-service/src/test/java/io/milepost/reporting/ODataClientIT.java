package io.milepost.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.olingo.client.api.ODataClient;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.client.core.http.BasicAuthHttpClientFactory;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.format.ContentType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client of OData that somebody else wrote, with the key of a BI tool. */
class ODataClientIT {
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 5);
    private static final UUID EVERYTHING = UUID.randomUUID();
    private static final UUID OF_SMITH = UUID.randomUUID();

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        issued(EVERYTHING, "\"access\":\"ALL\"");
        issued(OF_SMITH, "\"access\":\"OWN\",\"member\":\"SMITH\"");
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> open(OF_SMITH).size() > 0
                        && report("funnel?by=currency").get("state").asString().equals("COMPLETE"));
    }

    private static void issued(UUID key, String more) throws Exception {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest("secret".getBytes(UTF_8)));
        running.population.leads.send(new Publisher.Event(
                "bi-key.issued.v1",
                key,
                MARCH,
                "{\"name\":\"a tool\",\"secretHash\":\"%s\",%s}".formatted(hash, more)));
    }

    @Test
    @DisplayName("R-208: a client of OData is challenged, reads the metadata and page by page the totals of the report")
    void the_same_totals() throws Exception {
        var edm = client(EVERYTHING)
                .getRetrieveRequestFactory()
                .getMetadataRequest(root())
                .execute()
                .getBody();
        var type = edm.getEntityType(new FullQualifiedName("milepost", "opportunity"));
        assertThat(type.getKeyPredicateNames()).containsExactly("opportunity_id", "part");
        assertThat(type.getStructuralProperty("value_amount").getType().getName())
                .isEqualTo("Decimal");
        assertThat(edm.getEntityContainer().getEntitySets())
                .extracting(set -> set.getName())
                .contains("opportunity", "contract", "movement");

        var expected = new TreeMap<String, BigDecimal>();
        for (var row : report("funnel?by=owner,currency&asOf=2017-04-30").get("rows")) {
            var value = new BigDecimal(row.get("open_value").asString());
            if (value.signum() != 0) {
                expected.put(row.get("owner").asString(), value.stripTrailingZeros());
            }
        }
        assertThat(open(EVERYTHING)).isEqualTo(expected).hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("R-189: a key of a member reads what the member may know of, and no more by any option")
    void what_a_key_may_know() throws Exception {
        assertThat(open(OF_SMITH)).containsOnlyKeys("smith");
        var client = client(OF_SMITH);
        var count = client.getRetrieveRequestFactory()
                .getValueRequest(client.newURIBuilder(root())
                        .appendEntitySetSegment("opportunity")
                        .count()
                        .filter("owner ne 'smith'")
                        .build());
        count.setFormat(ContentType.TEXT_PLAIN);
        assertThat(count.execute().getBody().toCastValue(String.class)).isEqualTo("0");
    }

    /** What is open, by owner, read in pages of two. */
    private static Map<String, BigDecimal> open(UUID key) {
        var client = client(key);
        var sums = new TreeMap<String, BigDecimal>();
        var at = client.newURIBuilder(root())
                .appendEntitySetSegment("opportunity")
                .filter("stage in ('IDENTIFIED','QUALIFIED')")
                .select("owner", "value_amount", "currency")
                .addCustomQueryOption("asOf", "2017-04-30")
                .build();
        int pages = 0;
        while (at != null) {
            var request = client.getRetrieveRequestFactory().getEntitySetRequest(at);
            request.setPrefer("odata.maxpagesize=1");
            var page = request.execute().getBody();
            for (var entity : page.getEntities()) {
                try {
                    sums.merge(
                            entity.getProperty("owner").getPrimitiveValue().toCastValue(String.class),
                            entity.getProperty("value_amount")
                                    .getPrimitiveValue()
                                    .toCastValue(BigDecimal.class),
                            BigDecimal::add);
                } catch (org.apache.olingo.commons.api.edm.EdmPrimitiveTypeException e) {
                    throw new IllegalStateException(e);
                }
            }
            at = page.getNext();
            pages++;
        }
        assertThat(pages).isPositive();
        // The client reads a number without its last zeros.
        sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    private static ODataClient client(UUID key) {
        var client = ODataClientFactory.getClient();
        client.getConfiguration().setDefaultPubFormat(ContentType.JSON);
        client.getConfiguration().setHttpClientFactory(new BasicAuthHttpClientFactory(key.toString(), "secret"));
        return client;
    }

    private static String root() {
        return running.at("/odata/v1").toString();
    }

    private static JsonNode report(String query) throws Exception {
        var answer = running.fetch("/v1/reports/" + query, running.parts.token(Role.ANALYST));
        assertThat(answer.statusCode()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }
}
