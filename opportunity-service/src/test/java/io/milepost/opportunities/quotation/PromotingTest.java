package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.opportunities.quotation.Quotations.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.PromotionGrant;
import io.milepost.opportunities.quotation.Grounds.Binding;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Offers that apply a promotion, and that are made against competitors. */
class PromotingTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(List.<Refusal>of(
            PROMOTION_NOT_VALID,
            PROMOTION_NOT_ELIGIBLE,
            COMPETITOR_REPEATED,
            DISCOUNT_NEEDS_APPROVAL,
            DISCOUNT_PENDING,
            QUOTATION_ALREADY_ISSUED,
            QUOTATION_ALREADY_REJECTED));
    private static final UUID SPRING = new UUID(6, 1);
    private static final ApplyPromotion APPLY = new ApplyPromotion(SPRING, null);
    private static final String PRODUCT = DRAFTED.lines().getFirst().product();
    private static final PromotionApplied APPLIED =
            new PromotionApplied(OPPORTUNITY, SPRING, null, new BigDecimal("5"), null, List.of(PRODUCT));
    private static final Scenario<Quotation, Command, QuotationEvent> DRAFTED_OFFER = DRAFT.recording(REACHED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-096: a promotion is applied to a draft on a day on which it is given, to those whom it is for")
    void a_promotion_is_applied() {
        DRAFTED_OFFER
                .when(APPLY)
                .reading(grant(null))
                .then(APPLIED)
                .when(APPLY)
                .reading(grant(null))
                .thenNothing();
        DRAFTED_OFFER.when(APPLY).thenRefused(PROMOTION_NOT_VALID, "/promotionId");
        for (var other : List.of(
                grant(false, TODAY, LAST_DAY, List.of(), List.of(), null),
                grant(true, TODAY.plusDays(1), LAST_DAY, List.of(), List.of(), null),
                grant(true, TODAY.minusDays(9), TODAY.minusDays(1), List.of(), List.of(), null))) {
            DRAFTED_OFFER.when(APPLY).reading(other).thenRefused(PROMOTION_NOT_VALID, "/promotionId");
        }
        for (var other : List.of(
                grant(true, TODAY, TODAY, List.of("other"), List.of(), null),
                grant(true, TODAY, TODAY, List.of(), List.of("north"), null),
                grant(true, TODAY, TODAY, List.of(), List.of(), usd("900000.00")),
                grant(true, TODAY, TODAY, List.of(), List.of(), Money.of("1.00", "EUR")))) {
            DRAFTED_OFFER.when(APPLY).reading(other).thenRefused(PROMOTION_NOT_ELIGIBLE, "/promotionId");
        }
        DRAFTED_OFFER
                .when(new ApplyPromotion(SPRING, "North"))
                .reading(grant(
                        true, TODAY, TODAY, List.of(PRODUCT.toLowerCase(Locale.ROOT)), List.of("north"), usd("1.00")))
                .then(new PromotionApplied(OPPORTUNITY, SPRING, "North", new BigDecimal("5"), null, List.of(PRODUCT)));
    }

    @Test
    @DisplayName("R-096, R-098: what everybody gets needs no approval, and what is beyond that does")
    void what_a_promotion_gives_is_nobodys_discount() {
        var limits = new Binding("north", 4, List.of());
        var dear = DRAFTED_OFFER.given(revised(2, line("3", "1500.00", "7")));
        dear.when(new IssueQuotation()).reading(limits).thenRefused(DISCOUNT_NEEDS_APPROVAL);
        var seven = new PromotionApplied(OPPORTUNITY, SPRING, null, new BigDecimal("7"), null, List.of(PRODUCT));
        dear.given(seven)
                .when(new IssueQuotation())
                .reading(limits)
                .reading(grant(null))
                .then(new QuotationIssued(OPPORTUNITY, LAST_DAY, TODAY, 2, null));
        dear.given(APPLIED)
                .when(new IssueQuotation())
                .reading(limits)
                .reading(grant(null))
                .thenRefused(DISCOUNT_NEEDS_APPROVAL);
        var others = new PromotionApplied(OPPORTUNITY, SPRING, null, new BigDecimal("7"), null, List.of("other"));
        dear.given(others)
                .when(new IssueQuotation())
                .reading(limits)
                .reading(grant(null))
                .thenRefused(DISCOUNT_NEEDS_APPROVAL);
        var gift = new PromotionApplied(OPPORTUNITY, SPRING, null, null, "a training day", List.of(PRODUCT));
        dear.given(gift)
                .when(new IssueQuotation())
                .reading(limits)
                .reading(grant(null))
                .thenRefused(DISCOUNT_NEEDS_APPROVAL);
        assertThat(view(dear.given(gift)).promotion()).isEqualTo(gift);
    }

    @Test
    @DisplayName("R-096: it is looked at again when the offer goes out, and applied again to an offer that was revised")
    void a_promotion_holds_until_the_offer_is_out() {
        var applied = DRAFTED_OFFER.given(revised(2, line("3", "1500.00", null)), APPLIED);
        var issued = new QuotationIssued(OPPORTUNITY, LAST_DAY, TODAY, 2, null);
        applied.when(new IssueQuotation()).reading(grant(null)).then(issued);
        applied.when(new IssueQuotation()).thenRefused(PROMOTION_NOT_VALID);
        applied.when(new IssueQuotation())
                .reading(grant(true, TODAY.minusDays(9), TODAY.minusDays(1), List.of(), List.of(), null))
                .thenRefused(PROMOTION_NOT_VALID);
        applied.when(new IssueQuotation()).unbound().then(issued);
        var anew = applied.given(revised(3, line("4", "1500.00", null)));
        assertThat(view(anew).promotion()).isNull();
        ISSUED.recording(REACHED).when(APPLY).reading(grant(null)).thenRefused(QUOTATION_ALREADY_ISSUED);
        REJECTED.recording(REACHED).when(APPLY).reading(grant(null)).thenRefused(QUOTATION_ALREADY_REJECTED);
        DRAFTED_OFFER
                .given(new DiscountApprovalRequested(OPPORTUNITY, BigDecimal.TEN, BigDecimal.ONE, "kim", "why"))
                .when(APPLY)
                .reading(grant(null))
                .thenRefused(DISCOUNT_PENDING);
    }

    @Test
    @DisplayName("R-002: an offer refers to the files of the competitors it is made against, until it has ended")
    void an_offer_names_competitors() {
        var rivals = List.of(new UUID(7, 1), new UUID(7, 2));
        var name = new NameOfferCompetitors(rivals);
        var named = new OfferCompetitorsNamed(OPPORTUNITY, rivals);
        for (var open : List.of(DRAFTED_OFFER, ISSUED.recording(REACHED))) {
            var with = open.when(name).then(named).when(name).thenNothing();
            assertThat(view(with).competitorIds()).isEqualTo(rivals);
            assertThat(view(with).status()).isEqualTo(view(open).status());
            with.when(new NameOfferCompetitors(List.of())).then(new OfferCompetitorsNamed(OPPORTUNITY, List.of()));
        }
        assertThat(view(DRAFTED_OFFER.given(named, revised(2, line("4", "1500.00", null))))
                        .competitorIds())
                .isEqualTo(rivals);
        DRAFTED_OFFER
                .when(new NameOfferCompetitors(List.of(new UUID(7, 1), new UUID(7, 1))))
                .thenRefused(COMPETITOR_REPEATED, "/competitorIds");
        REJECTED.recording(REACHED).when(name).thenRefused(QUOTATION_ALREADY_REJECTED);
    }

    private static PromotionGrant grant(@Nullable Money least) {
        return grant(true, TODAY, TODAY, List.of(), List.of(), least);
    }

    private static PromotionGrant grant(
            boolean approved,
            LocalDate from,
            LocalDate until,
            List<String> products,
            List<String> segments,
            @Nullable Money least) {
        return new PromotionGrant(approved, new BigDecimal("5"), null, from, until, products, segments, least);
    }
}
