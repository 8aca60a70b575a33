package io.milepost.opportunities;

import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.platform.testkit.RunningService;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The timer lets an offer expire, and its owner is told. */
class QuotationExpiryIT {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                OpportunityServiceApplication.class,
                "opportunity",
                List.of(OpportunityCatalogue.OPPORTUNITY, PRICE_LIST, QUOTATION));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName(
            "R-100: an offer whose last day is over expires by itself and its owner is told; one that is valid stays")
    void a_quotation_expires_by_the_clock() {
        var valid = OpportunitySituations.issued(service.client());
        var ago = Clock.systemUTC().instant().minus(Duration.ofDays(30));
        var lastDay = LocalDate.ofInstant(ago, ZoneOffset.UTC).plusDays(7);
        var old = OpportunitySituations.quote(
                service.client(), service.client().create(OpportunitySituations.IDENTIFY), lastDay);
        var drafted = service.client().sendAsOf(null, old, ago).json();
        var quotation = UUID.fromString(drafted.path("id").asString());
        service.client().sendAsOf(quotation, new IssueQuotation(), ago.plusSeconds(60));

        await().until(() -> service.client()
                .read("quotations", quotation)
                .path("status")
                .asString()
                .equals("EXPIRED"));
        assertThat(service.client().read("quotations", valid).path("status").asString())
                .isEqualTo("ISSUED");
        assertThat(service.client()
                        .get("/v1/quotations/" + quotation + "/history")
                        .text())
                .containsOnlyOnce("quotation.expired");

        await("the notice").until(() -> told("subject=eq:" + quotation).size() == 1);
        var notice = told("for=" + old.owner() + "&subject=eq:" + quotation).path(0);
        assertThat(notice.path("kind").asString()).isEqualTo("quotation-expired");
        assertThat(notice.path("status").asString()).isEqualTo("OPEN");
        assertThat(told("for=somebody-else&subject=eq:" + quotation)).isEmpty();
        assertThat(told("subject=eq:" + valid)).isEmpty();
    }

    private static JsonNode told(String query) {
        return service.client().get("/v1/notices?" + query).json().path("items");
    }
}
