package io.milepost.opportunities.promotion;

import static io.milepost.opportunities.promotion.Promotion.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.PromotionGrant;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is given to whoever buys in time: a discount, a gift or better terms.
 *
 * @param approval by somebody other than who planned it; absent until then
 * @param end why it ends before its last day; absent where it does not
 */
public record Promotion(
        PromotionPlanned planned,
        @Nullable PromotionApproved approval,
        @Nullable PromotionEnded end) {
    static final Decider<Promotion, Command, Event> DECIDER =
            new Decider<>(Promotion::decide, Promotion::begin, Promotion::evolve);

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Plans one; {@code owner} is the code of the member who answers for it. */
    public record PlanPromotion(String name, String owner, PromotionScheme scheme) {}

    public sealed interface Command {}

    /** Plans it anew, as long as nobody has approved it. */
    public record RevisePromotion(PromotionScheme scheme) implements Command {}

    /** Lets it be given from its first day on; never by who planned it. */
    public record ApprovePromotion(
            @Nullable @Limit(Limit.NOTE) String note) implements Command {}

    /** Nobody is given it any more after today. */
    public record EndPromotion(@Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {}

    public record PromotionPlanned(String name, String owner, PromotionScheme scheme, String plannedBy)
            implements Event {}

    public record PromotionRevised(PromotionScheme scheme, String plannedBy) implements Event {}

    public record PromotionApproved(
            String approvedBy, @Nullable String note, LocalDate on) implements Event {}

    public record PromotionEnded(String reason, LocalDate on) implements Event {}

    public enum No implements Refusal {
        PERIOD_REVERSED(rule("a promotion cannot end before it begins")),
        PERIOD_OVER(rule("a promotion cannot be over before it is planned or approved")),
        BENEFIT_INCOMPLETE(
                rule("a discount has a share above 0 and up to 100 percent, a gift or better terms say what they are")),
        PROMOTION_APPROVED(state("the promotion has been approved")),
        PROMOTION_NOT_APPROVED(state("the promotion has not been approved")),
        PROMOTION_ENDED(state("the promotion has ended")),
        APPROVER_IS_PLANNER(sender("whoever planned a promotion cannot approve it"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public enum PromotionKind {
        DISCOUNT,
        GIFT,
        PREFERENTIAL_TERMS
    }

    /**
     * What is given, to whom and when.
     *
     * @param percent off the price, for a discount
     * @param benefit what is given or granted, for the other kinds
     * @param from the first day on which it is given, {@code until} the last
     */
    public record PromotionScheme(
            PromotionKind kind,
            @Nullable BigDecimal percent,
            @Nullable @Limit(Limit.NOTE) String benefit,
            LocalDate from,
            LocalDate until,
            Eligibility eligibility) {}

    /**
     * Who may have it: everybody who buys one of the products for at least so much, and is of one of the segments.
     *
     * @param products by their codes; all where there are none, as with segments
     * @param minimumValue of the purchase
     */
    public record Eligibility(
            List<String> products,
            List<String> segments,
            @Nullable Money minimumValue) {
        public Eligibility {
            products = List.copyOf(products);
            segments = List.copyOf(segments);
        }
    }

    static Decision<Event> plan(PlanPromotion plan, Occasion occasion) {
        return checkScheme(plan.scheme(), occasion.today())
                .text("/name", plan.name())
                .owner("/owner", plan.owner())
                .accept(() -> new PromotionPlanned(
                        plan.name(), plan.owner(), plan.scheme(), occasion.who().name()));
    }

    static Decision<Event> decide(Promotion promotion, Command command, Occasion occasion) {
        return switch (command) {
            case RevisePromotion(var scheme) -> promotion.revise(scheme, occasion);
            case ApprovePromotion(var note) -> promotion.approve(note, occasion);
            case EndPromotion(var reason) -> promotion.end(reason, occasion.today());
        };
    }

    static Promotion begin(Event first) {
        return new Promotion((PromotionPlanned) first, null, null);
    }

    static Promotion evolve(Promotion promotion, Event event) {
        var planned = promotion.planned;
        return switch (event) {
            case PromotionPlanned _ -> promotion;
            case PromotionRevised(var scheme, var by) ->
                new Promotion(new PromotionPlanned(planned.name(), planned.owner(), scheme, by), null, null);
            case PromotionApproved approved -> new Promotion(planned, approved, null);
            case PromotionEnded ended -> new Promotion(planned, promotion.approval, ended);
        };
    }

    private Decision<Event> revise(PromotionScheme scheme, Occasion occasion) {
        if (end != null) {
            return refused(PROMOTION_ENDED);
        }
        if (scheme.equals(planned.scheme())) {
            return unchanged();
        }
        return approval != null
                ? refused(PROMOTION_APPROVED)
                : checkScheme(scheme, occasion.today())
                        .accept(() ->
                                new PromotionRevised(scheme, occasion.who().name()));
    }

    private Decision<Event> approve(@Nullable String note, Occasion occasion) {
        if (end != null) {
            return refused(PROMOTION_ENDED);
        }
        if (approval != null) {
            return note == null || note.equals(approval.note()) ? unchanged() : refused(PROMOTION_APPROVED);
        }
        var who = occasion.who();
        if (who.is(planned.plannedBy())) {
            return refused(APPROVER_IS_PLANNER);
        }
        return check().text("/note", note)
                .that(!planned.scheme().until().isBefore(occasion.today()), PERIOD_OVER)
                .accept(() -> new PromotionApproved(who.name(), note, occasion.today()));
    }

    private Decision<Event> end(String reason, LocalDate today) {
        if (end != null) {
            return end.reason().equals(reason) ? unchanged() : refused(PROMOTION_ENDED);
        }
        return approval == null
                ? refused(PROMOTION_NOT_APPROVED)
                : check().reason("/reason", reason).accept(() -> new PromotionEnded(reason, today));
    }

    /** Whether somebody may be given it on a day for buying these products, being of this segment, for so much. */
    public boolean isFor(LocalDate day, List<String> products, @Nullable String segment, @Nullable Money value) {
        var grant = grant();
        return grant.isGivenOn(day) && grant.isFor(products, segment, value);
    }

    /** What it gives, to whom and when, as an offer has to know it. */
    public PromotionGrant grant() {
        var scheme = planned.scheme();
        var who = scheme.eligibility();
        boolean cut = end != null && end.on().isBefore(scheme.until());
        return new PromotionGrant(
                approval != null,
                scheme.percent(),
                scheme.benefit(),
                scheme.from(),
                cut ? Objects.requireNonNull(end).on() : scheme.until(),
                who.products(),
                who.segments(),
                who.minimumValue());
    }

    private static Checks checkScheme(PromotionScheme scheme, LocalDate today) {
        var percent = scheme.percent();
        boolean share = percent != null && percent.signum() > 0 && percent.compareTo(WHOLE) <= 0;
        boolean said = !Objects.requireNonNullElse(scheme.benefit(), "").isBlank();
        var checks = check().that(
                        scheme.kind() == PromotionKind.DISCOUNT ? share : said && percent == null,
                        "/scheme",
                        BENEFIT_INCOMPLETE)
                .within(NEAR, "/scheme/from", scheme.from(), today)
                .within(NEAR, "/scheme/until", scheme.until(), today)
                .that(!scheme.until().isBefore(scheme.from()), "/scheme/until", PERIOD_REVERSED)
                .that(!scheme.until().isBefore(today), "/scheme/until", PERIOD_OVER)
                .notNegative(
                        "/scheme/eligibility/minimumValue", scheme.eligibility().minimumValue());
        for (int i = 0; i < scheme.eligibility().products().size(); i++) {
            checks = checks.text(
                    "/scheme/eligibility/products/" + i,
                    scheme.eligibility().products().get(i));
        }
        for (int i = 0; i < scheme.eligibility().segments().size(); i++) {
            checks = checks.text(
                    "/scheme/eligibility/segments/" + i,
                    scheme.eligibility().segments().get(i));
        }
        return checks;
    }
}
