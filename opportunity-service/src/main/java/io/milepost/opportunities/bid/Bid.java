package io.milepost.opportunities.bid;

import static io.milepost.opportunities.bid.Bid.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.Proposable;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a tender, put together from a solution, a delivery and a commercial part.
 *
 * @param parts as assembled last
 * @param submitted absent before
 * @param result absent as long as the customer has not decided
 * @param delivery that the delivery part holds, as the bid is put together now; absent until somebody says so
 */
public record Bid(
        BidAssembled assembled,
        BidParts parts,
        Standing standing,
        @Nullable BidSubmitted submitted,
        @Nullable BidResult result,
        @Nullable BidDeliveryConfirmed delivery) {
    static final Decider<Bid, Command, Event> DECIDER = new Decider<>(Bid::decide, Bid::begin, Bid::evolve);

    /**
     * Begins the answer to a tender.
     *
     * @param owner code of the member who answers for it
     * @param tender by which the customer calls it
     * @param dueOn the last day on which it can be handed in
     */
    public record AssembleBid(UUID opportunityId, String owner, String tender, LocalDate dueOn, BidParts parts) {}

    public sealed interface Command {}

    /** Puts it together anew, as long as it is not handed in. */
    public record ReassembleBid(BidParts parts) implements Command {}

    /** Whoever answers for delivery says that the delivery part can be held. */
    public record ConfirmDelivery() implements Command {}

    /** Hands it in; every part must be one that the customer may see. */
    public record SubmitBid() implements Command {}

    /** The customer considers it further, since {@code on} or today; {@code evidence} is where that is kept. */
    public record RecordShortlisting(
            String evidence, @Nullable LocalDate on) implements Command {}

    public record RecordAward(String evidence, @Nullable LocalDate on) implements Command {}

    public record RecordBidLost(
            @Limit(Limit.NOTE) String reason, @Nullable LocalDate on) implements Command {}

    /** Every event names the opportunity, whose messages keep one order. */
    public sealed interface Event {
        UUID opportunityId();
    }

    public record BidAssembled(UUID opportunityId, String owner, String tender, LocalDate dueOn, BidParts parts)
            implements Event {}

    public record BidReassembled(UUID opportunityId, BidParts parts) implements Event {}

    public record BidDeliveryConfirmed(UUID opportunityId, String confirmedBy, LocalDate on) implements Event {}

    /** Which version of the solution and revision of the quotation it holds. */
    public record BidSubmitted(
            UUID opportunityId, String tender, int solutionVersion, int quotationRevision, LocalDate on)
            implements Event {}

    public record BidShortlisted(UUID opportunityId, String evidence, LocalDate on) implements Event {}

    public record BidAwarded(UUID opportunityId, String evidence, LocalDate on) implements Event {}

    public record BidNotAwarded(UUID opportunityId, String reason, LocalDate on) implements Event {}

    public enum No implements Refusal {
        SOLUTION_NOT_READY(
                state("the solution part must be a solution of the same opportunity, submitted or confirmed")),
        QUOTATION_NOT_READY(
                state("the commercial part must be a quotation of the same opportunity that is with the customer")),
        DELIVERY_NOT_CONFIRMED(state("whoever answers for delivery must confirm the delivery part first")),
        BID_LATE(state("the last day on which the bid can be handed in is over")),
        BID_SUBMITTED(state("the bid has been handed in")),
        BID_NOT_SUBMITTED(state("the bid must be handed in before the customer decides on it")),
        BID_DECIDED(state("the customer has decided on the bid")),
        RESULT_TOO_EARLY(rule("the customer cannot decide on a bid before it is handed in")),
        DUE_DAY_PAST(rule("a bid that is to be handed in cannot be due in the past"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public enum Standing {
        PREPARING,
        SUBMITTED,
        SHORTLISTED,
        AWARDED,
        NOT_AWARDED
    }

    /**
     * What it is made of.
     *
     * @param solutionId the solution part
     * @param quotationId the commercial part
     * @param delivery how it is delivered, and that it can be
     * @param deliveryReport where the feasibility report is kept
     * @param feasibilityReportId that report as a controlled document of kind {@code delivery-feasibility}
     * @param specificationId the project specification, of kind {@code project-specification}
     */
    public record BidParts(
            UUID solutionId,
            UUID quotationId,
            @Limit(Limit.TEXT) String delivery,
            @Nullable String deliveryReport,
            @Nullable UUID feasibilityReportId,
            @Nullable UUID specificationId) {}

    /** How it came out, and why. */
    public record BidResult(String what, LocalDate on) {}

    /** What a bid has to know of its solution. */
    record SolutionPart(UUID opportunityId, boolean ready, int version) {}

    /** What it has to know of its quotation. */
    record CommercialPart(UUID opportunityId, boolean ready, int revision) {}

    static Decision<Event> assemble(AssembleBid assemble, Occasion occasion) {
        return checkParts(assemble.parts(), assemble.opportunityId(), occasion)
                .owner("/owner", assemble.owner())
                .text("/tender", assemble.tender())
                .that(!assemble.dueOn().isBefore(occasion.today()), "/dueOn", DUE_DAY_PAST)
                .within(NEAR, "/dueOn", assemble.dueOn(), occasion.today())
                .then(() -> PursuedDeal.closed(occasion)
                        .<Decision<Event>>map(no -> refusedAt("/opportunityId", no))
                        .orElseGet(() -> accepted(new BidAssembled(
                                assemble.opportunityId(),
                                assemble.owner(),
                                assemble.tender(),
                                assemble.dueOn(),
                                assemble.parts()))));
    }

    /** They are there, and of the same deal; whether the customer may see them is asked when they are handed in. */
    private static Checks checkParts(BidParts parts, UUID deal, Occasion occasion) {
        var solution = occasion.read(SolutionPart.class).map(SolutionPart::opportunityId);
        var quotation = occasion.read(CommercialPart.class).map(CommercialPart::opportunityId);
        return check().that(solution.equals(Optional.of(deal)), "/parts/solutionId", SOLUTION_NOT_READY)
                .that(quotation.equals(Optional.of(deal)), "/parts/quotationId", QUOTATION_NOT_READY)
                .text("/parts/delivery", parts.delivery())
                .text("/parts/deliveryReport", parts.deliveryReport());
    }

    static Decision<Event> decide(Bid bid, Command command, Occasion occasion) {
        var today = occasion.today();
        var deal = bid.assembled.opportunityId();
        return switch (command) {
            case ReassembleBid(var parts) -> bid.reassemble(parts, occasion);
            case ConfirmDelivery _ -> DeliveryPart.confirm(bid, occasion);
            case SubmitBid _ -> bid.submit(occasion);
            case RecordShortlisting(var evidence, var stated) -> {
                var on = Objects.requireNonNullElse(stated, today);
                yield bid.standing == Standing.SHORTLISTED
                        ? unchanged()
                        : bid.decided(on, today, "/evidence", evidence, new BidShortlisted(deal, evidence, on));
            }
            case RecordAward(var evidence, var stated) -> {
                var on = Objects.requireNonNullElse(stated, today);
                yield bid.standing == Standing.AWARDED
                        ? unchanged()
                        : bid.decided(on, today, "/evidence", evidence, new BidAwarded(deal, evidence, on));
            }
            case RecordBidLost(var reason, var stated) -> {
                var on = Objects.requireNonNullElse(stated, today);
                yield bid.standing == Standing.NOT_AWARDED
                        ? unchanged()
                        : bid.decided(on, today, "/reason", reason, new BidNotAwarded(deal, reason, on));
            }
        };
    }

    static Bid begin(Event first) {
        var assembled = (BidAssembled) first;
        return new Bid(assembled, assembled.parts(), Standing.PREPARING, null, null, null);
    }

    static Bid evolve(Bid bid, Event event) {
        return switch (event) {
            case BidAssembled _ -> bid;
            case BidReassembled(var _, var parts) -> new Bid(bid.assembled, parts, bid.standing, null, null, null);
            case BidDeliveryConfirmed confirmed ->
                new Bid(bid.assembled, bid.parts, bid.standing, bid.submitted, bid.result, confirmed);
            case BidSubmitted now -> new Bid(bid.assembled, bid.parts, Standing.SUBMITTED, now, null, bid.delivery);
            case BidShortlisted(var _, var what, var on) -> bid.at(Standing.SHORTLISTED, what, on);
            case BidAwarded(var _, var what, var on) -> bid.at(Standing.AWARDED, what, on);
            case BidNotAwarded(var _, var what, var on) -> bid.at(Standing.NOT_AWARDED, what, on);
        };
    }

    private Bid at(Standing next, String what, LocalDate on) {
        return new Bid(assembled, parts, next, submitted, new BidResult(what, on), delivery);
    }

    private Decision<Event> reassemble(BidParts next, Occasion occasion) {
        if (submitted != null) {
            return refused(BID_SUBMITTED);
        }
        if (next.equals(parts)) {
            return unchanged();
        }
        return checkParts(next, assembled.opportunityId(), occasion)
                .then(() -> PursuedDeal.closed(occasion)
                        .<Decision<Event>>map(no -> refused(no))
                        .orElseGet(() -> accepted(new BidReassembled(assembled.opportunityId(), next))));
    }

    private Decision<Event> submit(Occasion occasion) {
        if (submitted != null) {
            return unchanged();
        }
        var solution = occasion.read(SolutionPart.class).filter(SolutionPart::ready);
        var quotation = occasion.read(CommercialPart.class).filter(CommercialPart::ready);
        return DeliveryPart.check(check(), this, occasion)
                .that(!Proposable.waits(occasion), Proposable.OPPORTUNITY_ON_HOLD)
                .that(!Proposable.lacksSurvey(occasion), Proposable.CUSTOMER_NOT_SURVEYED)
                .that(!assembled.dueOn().isBefore(occasion.today()), BID_LATE)
                .that(solution.isPresent(), SOLUTION_NOT_READY)
                .that(quotation.isPresent(), QUOTATION_NOT_READY)
                .then(() -> PursuedDeal.closed(occasion)
                        .<Decision<Event>>map(no -> refused(no))
                        .orElseGet(() -> accepted(new BidSubmitted(
                                assembled.opportunityId(),
                                assembled.tender(),
                                solution.orElseThrow().version(),
                                quotation.orElseThrow().revision(),
                                occasion.today()))));
    }

    private Decision<Event> decided(LocalDate on, LocalDate today, String pointer, String what, Event event) {
        return switch (standing) {
            case PREPARING -> refused(BID_NOT_SUBMITTED);
            case SUBMITTED, SHORTLISTED ->
                check().text(pointer, what)
                        .notAfter("/on", on, today)
                        .that(!on.isBefore(Objects.requireNonNull(submitted).on()), "/on", RESULT_TOO_EARLY)
                        .accept(() -> event);
            case AWARDED, NOT_AWARDED -> refused(BID_DECIDED);
        };
    }
}
