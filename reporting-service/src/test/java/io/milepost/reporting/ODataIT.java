package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The datasets over OData v4, as the tools ask for them that read it. */
class ODataIT {
    private static final String OPEN = "stage in ('IDENTIFIED','QUALIFIED')";

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> json(get("/v1/reports/funnel")).get("state").asString(), "COMPLETE"::equals);
    }

    @Test
    @DisplayName(
            "R-208: rows, filters, orders and their number are those of the dataset over JSON, and add up to the report")
    void the_same_rows() throws Exception {
        var asOf = "asOf=2017-04-30";
        var plain = json(get("/v1/datasets/opportunity?limit=1000&" + asOf));
        var rows = json(get("/odata/v1/opportunity?" + asOf));
        assertThat(cells(rows.get("value"))).isEqualTo(cells(plain.get("rows"))).hasSizeGreaterThan(8);
        assertThat(rows.has("@odata.nextLink")).isFalse();

        var filter = "(" + OPEN + " and not (region eq 'East')) or startswith(owner,'sm')";
        var plainChosen = json(get("/v1/datasets/opportunity?limit=1000&%s&where=%s&orderBy=value_amount+desc"
                .formatted(asOf, encoded(filter))));
        var chosen = json(get("/odata/v1/opportunity?%s&$count=true&$filter=%s&$orderby=value_amount+desc"
                .formatted(asOf, encoded(filter))));
        assertThat(cells(chosen.get("value")))
                .isEqualTo(cells(plainChosen.get("rows")))
                .isNotEmpty();
        assertThat(chosen.get("@odata.count").asInt())
                .isEqualTo(chosen.get("value").size());
        assertThat(get("/odata/v1/opportunity/$count?%s&$top=1&$filter=%s".formatted(asOf, encoded(filter)))
                        .body())
                .isEqualTo(chosen.get("@odata.count").asString());

        var few = json(
                get("/odata/v1/opportunity?%s&$select=owner,%%20value_amount&$orderby=owner&$top=2&$skip=1&$count=true"
                        .formatted(asOf)));
        assertThat(few.get("@odata.context").asString()).endsWith("$metadata#opportunity(owner,value_amount)");
        assertThat(few.get("value").valueStream().map(row -> List.copyOf(row.propertyNames())))
                .containsOnly(List.of("owner", "value_amount"))
                .hasSize(2);
        assertThat(few.get("@odata.count").asInt()).isEqualTo(plain.get("rows").size());
        assertThat(json(get("/odata/v1/opportunity?$top=0&$count=true&" + asOf)).get("value"))
                .isEmpty();

        var funnel = json(get("/v1/reports/funnel?by=currency&" + asOf));
        assertThat(funnel.get("rows")
                        .valueStream()
                        .map(row -> new BigDecimal(row.get("open_value").asString()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(
                        sum(json(get("/odata/v1/opportunity?%s&$filter=%s".formatted(asOf, encoded(OPEN))))))
                .isPositive();

        // By what only rows have.
        String id = rows.at("/value/3/opportunity_id").asString();
        assertThat(json(get("/odata/v1/opportunity?%s&$filter=%s"
                                .formatted(asOf, encoded("opportunity_id eq '" + id + "' and part eq ''"))))
                        .get("value"))
                .hasSize(1);
        assertThat(json(get("/odata/v1/opportunity?%s&$filter=%s"
                                .formatted(asOf, encoded("valid_from ge 2017-03-05 and event_position gt 0"))))
                        .get("value")
                        .valueStream()
                        .map(row -> LocalDate.parse(row.get("valid_from").asString())))
                .isNotEmpty()
                .allMatch(day -> !day.isBefore(LocalDate.of(2017, 3, 5)));
    }

    @ParameterizedTest
    @CsvSource({"''", "$orderby=owner desc", "$orderby=value_amount&$skip=1", "$skip=2&$top=6", "$top=5&$orderby=owner"
    })
    @DisplayName("a set is read page by page, in any order, by links that hold all that is needed")
    void pages(String options) throws Exception {
        var of = "/odata/v1/opportunity?asOf=2017-12-31&" + options.replace(" ", "%20");
        var whole = json(get(of)).get("value").valueStream().toList();
        var walked = new ArrayList<JsonNode>();
        URI at = running.at(of);
        int pages = 0;
        while (at != null) {
            var answer = running.fetch(at, running.parts.token(Role.ANALYST), "Prefer", "odata.maxpagesize=2");
            assertThat(answer.headers().firstValue("Preference-Applied")).contains("odata.maxpagesize=2");
            var page = json(answer);
            assertThat(page.get("value").size()).isLessThanOrEqualTo(2);
            walked.addAll(page.get("value").valueStream().toList());
            at = page.has("@odata.nextLink")
                    ? URI.create(page.get("@odata.nextLink").asString())
                    : null;
            pages++;
        }
        assertThat(walked).isEqualTo(whole).hasSizeGreaterThan(4);
        assertThat(pages).isEqualTo((whole.size() + 1) / 2);
    }

    @Test
    @DisplayName(
            "numbers are numbers with their decimals, or texts for whom that is too much, and the context can be left out")
    void forms() throws Exception {
        var of = "/odata/v1/opportunity?asOf=2017-12-31&$filter=" + encoded("value_amount gt 1000000");
        var plain = get(of);
        assertThat(plain.headers().firstValue("Content-Type")).contains("application/json;odata.metadata=minimal");
        assertThat(plain.body()).contains("\"value_amount\":1000000.07}");
        var texts = get(of, "Accept", "application/json;odata.metadata=none;IEEE754Compatible=true");
        assertThat(texts.body()).contains("\"value_amount\":\"1000000.07\"").doesNotContain("@odata.context");
        assertThat(get(of + "&$format=application/json;odata.metadata=none").body())
                .doesNotContain("@odata.context");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /odata/v1/nothing                                       | 404 | UNKNOWN_ENTITY_SET | nothing
            /odata/v1/opportunity?$filter=colour eq 'red'           | 400 | INVALID_PARAMETER  | $filter
            /odata/v1/opportunity?$filter=region eq 1               | 400 | INVALID_PARAMETER  | $filter
            /odata/v1/opportunity?$filter=region eq 'Ea             | 400 | INVALID_PARAMETER  | $filter
            /odata/v1/opportunity?$filter=                          | 400 | INVALID_PARAMETER  | $filter
            /odata/v1/opportunity?$filter=closed_on gt 2017-02-30   | 400 | INVALID_PARAMETER  | $filter
            /odata/v1/opportunity?$filter=((((((((((nominal eq true))))))))))  | 400 | INVALID_PARAMETER | $filter
            /odata/v1/opportunity?$orderby=colour                   | 400 | INVALID_PARAMETER  | $orderby
            /odata/v1/opportunity?$select=colour                    | 400 | INVALID_PARAMETER  | $select
            /odata/v1/opportunity?$top=-1                           | 400 | INVALID_PARAMETER  | $top
            /odata/v1/opportunity?$top=99999999999                  | 400 | INVALID_PARAMETER  | $top
            /odata/v1/opportunity?$skip=x                           | 400 | INVALID_PARAMETER  | $skip
            /odata/v1/opportunity?$count=yes                        | 400 | INVALID_PARAMETER  | $count
            /odata/v1/opportunity?$skiptoken=x                      | 400 | INVALID_PARAMETER  | $skiptoken
            /odata/v1/opportunity?$top=1&$top=2                     | 400 | INVALID_PARAMETER  | $top
            /odata/v1/opportunity?asOf=2999-01-01                   | 400 | INVALID_PARAMETER  | asOf
            /odata/v1/opportunity?asOf=-9999-01-01                  | 400 | INVALID_PARAMETER  | asOf
            /odata/v1/opportunity?colour=red                        | 400 | UNKNOWN_PARAMETER  | colour
            /odata/v1/opportunity?$format=;                         | 400 | INVALID_PARAMETER  | $format
            /odata/v1/opportunity?$format=atom/xml                  | 406 | NOT_ACCEPTABLE     |
            /odata/v1/opportunity?$expand=owner                     | 501 | NOT_OFFERED        | $expand
            /odata/v1/opportunity?$apply=aggregate(value_amount with sum as s) | 501 | NOT_OFFERED | $apply
            /odata/v1/opportunity?$search=red                       | 501 | NOT_OFFERED        | $search
            /odata/v1/opportunity?$deltatoken=1                     | 501 | NOT_OFFERED        | $deltatoken
            /odata/v1/opportunity?$filter=tolower(region) eq 'east' | 501 | NOT_OFFERED        | $filter
            /odata/v1/opportunity?$filter=year(closed_on) eq 2017   | 501 | NOT_OFFERED        | $filter
            /odata/v1/opportunity?$filter=value_amount add 1 gt 5   | 501 | NOT_OFFERED        | $filter
            /odata/v1/opportunity('1')                              | 501 | NOT_OFFERED        | opportunity('1')
            /odata/v1/opportunity/owner                             | 501 | NOT_OFFERED        | owner
            /odata/v1/$entity                                       | 501 | NOT_OFFERED        | $entity
            /odata/v1/?$top=1                                       | 501 | NOT_OFFERED        | $top
            /odata/v1/$metadata?asOf=2017-01-01                     | 400 | UNKNOWN_PARAMETER  | asOf
            """)
    @DisplayName("what is wrong and what is not offered is said in OData's form, with what it is about")
    void refusals(String path, int status, String code, String target) throws Exception {
        var answer = get(path.replace(" ", "%20").replace("'", "%27"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var error = RunningReports.JSON.readTree(answer.body()).get("error");
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.path("target").asString(null)).isEqualTo(target);
        assertThat(error.get("message").asString()).isNotBlank();
        assertThat(answer.headers().firstValue("OData-Version")).contains("4.0");
    }

    @Test
    void a_word_in_a_text_is_no_function_and_what_cannot_be_changed_is_not() throws Exception {
        assertThat(get("/odata/v1/opportunity?$filter=" + encoded("name eq 'year(2017) add 1 @x'"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(running.send("POST", "/odata/v1/$batch", running.parts.token(Role.ANALYST))
                        .statusCode())
                .isEqualTo(501);
        assertThat(running.send("POST", "/odata/v1/opportunity", running.parts.token(Role.ANALYST))
                        .statusCode())
                .isEqualTo(405);
        assertThat(get("/odata/v1/opportunity", "Accept", "application/atom+xml")
                        .statusCode())
                .isEqualTo(406);
        assertThat(get("/odata/v1/$metadata", "Accept", "text/html").statusCode())
                .isEqualTo(406);
    }

    private static BigDecimal sum(JsonNode answer) {
        return answer.get("value")
                .valueStream()
                .map(row -> row.get("value_amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> cells(JsonNode rows) {
        return rows.valueStream()
                .map(row -> row.properties().stream()
                        .map(cell -> cell.getKey() + "="
                                + (cell.getValue().isNull()
                                        ? null
                                        : cell.getValue().asString()))
                        .toList()
                        .toString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return running.fetch(path, running.parts.token(Role.ANALYST), headers);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }
}
