package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a chance to sell is pursued: identified, qualified (gate G04), and authorized (gate G06). */
final class Qualifying {

    private Qualifying() {}

    static Decision<OpportunityEvent> identify(IdentifyOpportunity identify, Occasion occasion) {
        var today = occasion.today();
        var value = identify.expectedValue();
        var closeOn = identify.expectedCloseOn();
        var process = processOf(identify.template(), occasion);
        return check().owner("/owner", identify.owner())
                .that(value == null || !value.isNegative(), "/expectedValue", VALUE_NEGATIVE)
                .that(closeOn == null || !closeOn.isBefore(today), "/expectedCloseOn", CLOSE_EXPECTED_IN_PAST)
                .within(FAR, "/expectedCloseOn", closeOn, today)
                .that(process.isPresent(), "/template", TEMPLATE_UNKNOWN)
                .that(identify.surveyId() == null || !occasion.who().bound(), "/surveyId", SURVEY_NOT_BY_HAND)
                .then(() -> {
                    var identified = identified(identify, process.orElseThrow(), today);
                    var survey = identify.surveyId();
                    return survey == null
                            ? accepted(identified)
                            : accepted(List.of(
                                    identified,
                                    new OpportunityFactShown(
                                            ShownBy.CUSTOMER_SURVEY, "customer-survey " + survey, today)));
                });
    }

    private static OpportunityIdentified identified(
            IdentifyOpportunity identify, ProcessVersion process, LocalDate today) {
        boolean known = SalesProcesses.find(process.name(), process.version()).isPresent();
        return new OpportunityIdentified(
                identify.name(),
                identify.accountId(),
                identify.owner(),
                identify.product(),
                identify.need(),
                identify.expectedValue(),
                identify.expectedCloseOn(),
                identify.leadId(),
                process.name(),
                process.version(),
                today,
                known ? null : process.stages(),
                known ? null : process.discountLimits(),
                identify.source(),
                known ? null : process.pursuit());
    }

    /**
     * The version in force of the process that is asked for. Whoever asks for none gets the standard one, if need be as the product
     * comes with it: a converted lead is never turned away.
     */
    private static Optional<ProcessVersion> processOf(@Nullable String template, Occasion occasion) {
        var known = occasion.read(Offered.class);
        var inForce = known.flatMap(offered -> Optional.ofNullable(offered.inForce()));
        return inForce.isPresent() || (known.isPresent() && template != null)
                ? inForce
                : SalesProcesses.newest(template);
    }

    /** Gate G04, passed, unless the deal is on hold; it may be the last proof that the stage needed. */
    static Decision<OpportunityEvent> qualify(Opportunity opportunity, @Nullable String note, Occasion occasion) {
        var key = occasion.digest("note").orElse(null);
        return switch (opportunity) {
            case Identified(var deal) when deal.particulars().hold() != null -> refused(OPPORTUNITY_ON_HOLD);
            case Identified(var deal) -> {
                var process = deal.progress().process();
                var qualified = new OpportunityQualified(
                        note,
                        deal.particulars().owner(),
                        process.name(),
                        process.version(),
                        process.needsAti(),
                        process.pursuit(),
                        key);
                yield Proving.proven(qualified, new Qualified(deal.after(qualified)));
            }
            case Qualified _, Authorized _ -> qualifyAgain(opportunity.deal(), note, key, occasion);
            case Ended ended -> refused(ended.reason());
        };
    }

    /** A note from before there were hashes is told by its text. */
    private static Decision<OpportunityEvent> qualifyAgain(
            Deal deal, @Nullable String note, @Nullable String key, Occasion occasion) {
        var before = Objects.requireNonNull(deal.qualified());
        boolean same = before.noteKey() == null
                ? occasion.isSame(before.note(), note)
                : before.noteKey().equals(key);
        return note == null || same
                ? unchanged()
                : refusedAt(
                        "/note",
                        OPPORTUNITY_ALREADY_QUALIFIED,
                        "the opportunity has been qualified, with another note");
    }

    /** Gate G06, as decided for the sales project. */
    static Decision<OpportunityEvent> authorize(Opportunity opportunity, AuthorizeOpportunity authorize) {
        return switch (opportunity) {
            case Identified _ -> refused(OPPORTUNITY_NOT_QUALIFIED);
            case Qualified _ -> accepted(new OpportunityAuthorized(authorize.decidedBy(), authorize.decidedOn()));
            case Authorized _ -> unchanged();
            case Ended ended -> refused(ended.reason());
        };
    }
}
