package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.opportunities.quotation.QuotationCatalogue.EXPIRING_NOTICE;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION_EXPIRING;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION_EXPIRY;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuotationExpiryTest {
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-04-01");
    private static final Scenario<Quotation, Command, QuotationEvent> DRAFT = Scenario.of(QUOTATION)
            .given(new QuotationDrafted(
                    OPPORTUNITY,
                    OPPORTUNITY,
                    "kim",
                    null,
                    List.of(),
                    Money.of("12.50", "USD"),
                    LAST_DAY,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null));
    private static final Scenario<Quotation, Command, QuotationEvent> ISSUED =
            DRAFT.given(new QuotationIssued(OPPORTUNITY, LAST_DAY, LocalDate.parse("2026-03-02"), 1, null));

    @Test
    @DisplayName("R-100: due when the last day has ended, shown to its owner, and not moved by a negotiation")
    void an_issued_quotation_waits_for_the_end_of_its_last_day() {
        var due = DueDate.endOf(LAST_DAY, new ExpireQuotation()).ownedBy("kim");
        var negotiating = ISSUED.given(new NegotiationRoundRecorded(
                OPPORTUNITY, NegotiationTopic.PRICE, "x", null, null, LAST_DAY, null, null));
        assertThat(QUOTATION_EXPIRY.dates().apply(ISSUED.state())).containsExactly(due);
        assertThat(QUOTATION_EXPIRY.dates().apply(negotiating.state())).containsExactly(due);
        negotiating
                .when(new ExpireQuotation())
                .on(LAST_DAY.plusDays(1))
                .then(new QuotationExpired(OPPORTUNITY, LAST_DAY));
    }

    @Test
    @DisplayName("R-100, 3.8: announced to its owner a week ahead, once for each time that it is issued")
    void is_announced_before_it_expires() {
        var aWeekAhead = LAST_DAY.minusDays(7);
        assertThat(QUOTATION_EXPIRING.dates().apply(ISSUED.state()))
                .containsExactly(DueDate.endOf(aWeekAhead, new AnnounceExpiry()).ownedBy("kim"));
        var soon = new QuotationExpiryAnnounced(OPPORTUNITY, LAST_DAY);
        var announced = ISSUED.when(new AnnounceExpiry())
                .on(aWeekAhead.plusDays(1))
                .then(soon)
                .when(new AnnounceExpiry())
                .on(aWeekAhead.plusDays(1))
                .thenNothing();
        assertThat(QUOTATION_EXPIRING.dates().apply(announced.state())).isEmpty();
        assertThat(QUOTATION_EXPIRY.dates().apply(announced.state())).hasSize(1);
        var again = announced.given(new QuotationIssued(OPPORTUNITY, LAST_DAY.plusDays(30), aWeekAhead, 2, null));
        assertThat(QUOTATION_EXPIRING.dates().apply(again.state())).hasSize(1);
        // What is issued for a week or less needs no announcement.
        var brief = DRAFT.given(new QuotationIssued(OPPORTUNITY, LAST_DAY, aWeekAhead, 1, null));
        assertThat(QUOTATION_EXPIRING.dates().apply(brief.state())).isEmpty();
        assertThat(EXPIRING_NOTICE.to()).containsExactly(Addressee.OWNER);
    }

    @Test
    void a_draft_or_one_that_ended_waits_for_nothing() {
        var rejected = ISSUED.given(new QuotationRejected(OPPORTUNITY, "price"));
        for (var other : List.of(DRAFT, rejected, ISSUED.given(new QuotationExpired(OPPORTUNITY, LAST_DAY)))) {
            assertThat(QUOTATION_EXPIRY.dates().apply(other.state())).isEmpty();
            assertThat(QUOTATION_EXPIRING.dates().apply(other.state())).isEmpty();
            other.when(new AnnounceExpiry()).thenNothing();
        }
        rejected.when(new ExpireQuotation()).on(LAST_DAY.plusDays(1)).thenRefused(QUOTATION_ALREADY_REJECTED);
    }
}
