package io.milepost.opportunities;

import static io.milepost.opportunities.OpportunitySituations.IDENTIFY;
import static io.milepost.opportunities.OpportunitySituations.far;
import static io.milepost.opportunities.OpportunitySituations.quote;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.CloseAsLost;
import io.milepost.opportunities.quotation.Quotation.AcceptQuotation;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.opportunities.quotation.Quotation.RejectQuotation;
import io.milepost.platform.testkit.RunningService;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Offers over HTTP: accepted, out of date, and held against their price list and their deal. */
class QuotationIT {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                OpportunityServiceApplication.class,
                "opportunity",
                List.of(PRICE_LIST, OPPORTUNITY, SALES_PROJECT, QUOTATION));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName(
            "R-097, R-100: an offer with a discount is issued and accepted, at the sum that its contract will have")
    void a_quotation_is_issued_and_accepted() {
        var quotation = OpportunitySituations.issued(service.client());
        service.client().accept(quotation, new AcceptQuotation(null));
        var accepted = service.client().read("quotations", quotation);
        assertThat(accepted.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.path("value").path("amount").asString()).isEqualTo("12655.13");
        assertThat(accepted.path("lines").path(0).path("amount").path("amount").asString())
                .isEqualTo("12655.13");
    }

    @Test
    @DisplayName("R-095, R-098, R-100: an offer is held against the price list that it cites, and lapses with its deal")
    void a_quotation_is_held_against_its_list_and_its_deal() {
        var client = service.client();
        var list = client.create(OpportunitySituations.PUBLISH);
        var deal = client.create(IDENTIFY);
        var quotation = client.create(OpportunitySituations.atPriceOf(list, quote(client, deal, far()), "4000.00"));
        assertThat(client.send(quotation, new IssueQuotation(), Map.of()).text())
                .contains("DISCOUNT_NEEDS_APPROVAL");
        var seen = client.read("quotations", quotation);
        assertThat(seen.path("priceListVersion").asString()).isEqualTo("2026-05-01");
        assertThat(seen.at("/lines/0/listPrice/amount").asString()).isEqualTo("4821.00");
        var other = client.create(OpportunitySituations.atPriceOf(list, quote(client, deal, far()), "4821.00"));
        client.accept(other, new IssueQuotation());

        client.accept(deal, new CloseAsLost("price", "ask earlier", null, EndCause.PRICE));
        assertThat(client.send(other, new AcceptQuotation(null), Map.of()).text())
                .contains("OPPORTUNITY_ENDED");
        client.accept(other, new RejectQuotation("the deal is lost"));
    }

    @Test
    @DisplayName("R-100: an offer whose last day is over expires by itself, one that is valid stays")
    void a_quotation_expires_by_the_clock() {
        var valid = OpportunitySituations.issued(service.client());
        var ago = Clock.systemUTC().instant().minus(Duration.ofDays(30));
        var lastDay = LocalDate.ofInstant(ago, ZoneOffset.UTC).plusDays(7);
        var old = quote(service.client(), service.client().create(IDENTIFY), lastDay);
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
    }
}
