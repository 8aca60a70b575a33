package io.milepost.opportunities.promotion;

import static io.milepost.opportunities.promotion.Promotion.No.*;
import static io.milepost.opportunities.promotion.Promotion.PromotionKind.*;
import static io.milepost.opportunities.promotion.PromotionCatalogue.PROMOTION;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.promotion.Promotion.*;
import io.milepost.opportunities.promotion.PromotionCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PromotionTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(PROMOTION);
    private static final Scenario<Promotion, Command, Event> NOTHING =
            Scenario.of(PROMOTION).recording(REACHED);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate LAST = TODAY.plusDays(30);
    private static final Eligibility ANYBODY = new Eligibility(List.of(), List.of(), null);
    private static final PromotionScheme SPRING = scheme(DISCOUNT, "5", null, TODAY, LAST);
    private static final PromotionPlanned PLANNED = new PromotionPlanned("Spring", "kim", SPRING, "kim");
    private static final Scenario<Promotion, Command, Event> PLAN = NOTHING.given(PLANNED);
    private static final Scenario<Promotion, Command, Event> APPROVED =
            PLAN.given(new PromotionApproved("lee", null, TODAY));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-096: a discount, a gift or better terms, within a period that can be")
    void is_planned() {
        NOTHING.when(new PlanPromotion("Spring", "kim", SPRING)).by("kim").then(PLANNED);
        var gift = scheme(GIFT, null, "a training day", TODAY, LAST);
        PLAN.when(new RevisePromotion(gift)).by("kim").then(new PromotionRevised(gift, "kim"));
        PLAN.when(new RevisePromotion(SPRING)).thenNothing();
        APPROVED.when(new RevisePromotion(gift)).thenRefused(PROMOTION_APPROVED);
        for (var wrong : List.of(
                scheme(DISCOUNT, null, "cheap", TODAY, LAST),
                scheme(DISCOUNT, "0", null, TODAY, LAST),
                scheme(DISCOUNT, "100.01", null, TODAY, LAST),
                scheme(GIFT, null, " ", TODAY, LAST),
                scheme(PREFERENTIAL_TERMS, "5", "60 days", TODAY, LAST))) {
            NOTHING.when(new PlanPromotion("x", "kim", wrong)).thenRefused(BENEFIT_INCOMPLETE, "/scheme");
        }
        NOTHING.when(new PlanPromotion("x", "kim", scheme(GIFT, null, "x", LAST, TODAY)))
                .thenRefused(PERIOD_REVERSED, "/scheme/until");
        NOTHING.when(new PlanPromotion("x", "kim", scheme(GIFT, null, "x", TODAY.minusDays(9), TODAY.minusDays(1))))
                .thenRefused(PERIOD_OVER, "/scheme/until");
        NOTHING.when(new PlanPromotion("x", "kim", scheme(GIFT, null, "x", TODAY, LocalDate.parse("9999-01-01"))))
                .thenRefused(DAY_IMPLAUSIBLE, "/scheme/until");
        NOTHING.when(new PlanPromotion(" ", "kim", SPRING)).thenRefused(TEXT_MISSING, "/name");
        NOTHING.when(new PlanPromotion("x", " ", SPRING)).thenRefused(OWNER_MISSING, "/owner");
        var negative = new Eligibility(List.of(), List.of(), Money.of("-1.00", "USD"));
        NOTHING.when(new PlanPromotion("x", "kim", new PromotionScheme(GIFT, null, "x", TODAY, LAST, negative)))
                .thenRefused(AMOUNT_NEGATIVE, "/scheme/eligibility/minimumValue");
    }

    @Test
    @DisplayName("R-096: it is given once somebody other than its planner has approved it, until it ends")
    void is_approved_by_somebody_else_and_ends() {
        PLAN.when(new ApprovePromotion(null)).by("kim").thenRefused(APPROVER_IS_PLANNER);
        PLAN.when(new ApprovePromotion(null)).by("lee").on(LAST.plusDays(1)).thenRefused(PERIOD_OVER);
        PLAN.when(new EndPromotion("sold out")).thenRefused(PROMOTION_NOT_APPROVED);
        var ended = PLAN.when(new ApprovePromotion("go"))
                .by("lee")
                .then(new PromotionApproved("lee", "go", TODAY))
                .when(new ApprovePromotion(null))
                .thenNothing()
                .when(new ApprovePromotion("again"))
                .thenRefused(PROMOTION_APPROVED)
                .when(new EndPromotion("sold out"))
                .then(new PromotionEnded("sold out", TODAY))
                .when(new EndPromotion("sold out"))
                .thenNothing();
        ended.when(new EndPromotion("x")).thenRefused(PROMOTION_ENDED);
        ended.when(new ApprovePromotion(null)).thenRefused(PROMOTION_ENDED);
        ended.when(new RevisePromotion(SPRING)).thenRefused(PROMOTION_ENDED);
        APPROVED.when(new EndPromotion(" ")).thenRefused(REASON_MISSING, "/reason");
        assertThat(List.of(PLAN, APPROVED, ended))
                .map(promotion -> View.of(promotion.state()).status())
                .containsExactly("PLANNED", "APPROVED", "ENDED");
        assertThat(isFor(ended, TODAY)).isTrue();
        assertThat(isFor(ended, TODAY.plusDays(1))).isFalse();
    }

    @Test
    @DisplayName("R-096: who may have it: in time, for one of its products, of one of its segments, for enough")
    void is_for_those_who_are_eligible() {
        assertThat(isFor(PLAN, TODAY)).isFalse();
        assertThat(isFor(APPROVED, TODAY)).isTrue();
        assertThat(isFor(APPROVED, LAST)).isTrue();
        assertThat(isFor(APPROVED, TODAY.minusDays(1))).isFalse();
        assertThat(isFor(APPROVED, LAST.plusDays(1))).isFalse();
        var some = new Eligibility(List.of("GTX Pro"), List.of("PORTS"), Money.of("100.00", "USD"));
        var promotion = NOTHING.given(
                        new PromotionPlanned(
                                "x", "kim", new PromotionScheme(GIFT, null, "x", TODAY, LAST, some), "kim"),
                        new PromotionApproved("lee", null, TODAY))
                .state();
        var enough = Money.of("100.00", "USD");
        assertThat(promotion.isFor(TODAY, List.of("x", "gtx pro"), "ports", enough))
                .isTrue();
        assertThat(promotion.isFor(TODAY, List.of("x"), "ports", enough)).isFalse();
        assertThat(promotion.isFor(TODAY, List.of("gtx pro"), null, enough)).isFalse();
        assertThat(promotion.isFor(TODAY, List.of("gtx pro"), "ports", Money.of("99.99", "USD")))
                .isFalse();
        assertThat(promotion.isFor(TODAY, List.of("gtx pro"), "ports", Money.of("100.00", "EUR")))
                .isFalse();
        assertThat(promotion.isFor(TODAY, List.of("gtx pro"), "ports", null)).isFalse();
    }

    private static boolean isFor(Scenario<Promotion, Command, Event> promotion, LocalDate day) {
        return promotion.state().isFor(day, List.of("GTX Pro"), null, null);
    }

    private static PromotionScheme scheme(
            PromotionKind kind, @Nullable String percent, @Nullable String benefit, LocalDate from, LocalDate until) {
        return new PromotionScheme(
                kind, percent == null ? null : new BigDecimal(percent), benefit, from, until, ANYBODY);
    }
}
