package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.opportunities.kernel.Stage.Fact;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.ParticularCommand.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a deal, each as a fact of its own, the sessions held for it, and that it waits. */
final class Knowing {

    private Knowing() {}

    static Decision<OpportunityEvent> know(Opportunity opportunity, ParticularCommand command, Occasion occasion) {
        return switch (opportunity) {
            case Open open -> know(open, command, occasion);
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Decision<OpportunityEvent> know(Open open, ParticularCommand command, Occasion occasion) {
        var known = open.deal().particulars();
        return switch (command) {
            case ChangeOwner(var owner, var reason) ->
                check().owner("/owner", owner)
                        .reason("/reason", reason)
                        .then(() -> Codes.same(owner, known.owner())
                                ? unchanged()
                                : accepted(new OpportunityOwnerChanged(known.owner(), owner, reason)));
            case AssignAccount(var account) ->
                account.equals(known.accountId())
                        ? unchanged()
                        : accepted(new OpportunityAccountAssigned(known.accountId(), account));
            case ChangeProduct(var product) ->
                check().text("/product", product)
                        .then(() -> product.equals(known.product())
                                ? unchanged()
                                : accepted(new OpportunityProductChanged(known.product(), product)));
            case ReviseNeed(var need) -> {
                var key = occasion.digest("need").orElse(null);
                yield check().text("/need", need)
                        .then(() -> key != null && key.equals(known.needKey())
                                ? unchanged()
                                : accepted(new OpportunityNeedRevised(need, key)));
            }
            case ExpectClose(var on) ->
                check().that(!on.isBefore(occasion.today()), "/expectedCloseOn", CLOSE_EXPECTED_IN_PAST)
                        .within(FAR, "/expectedCloseOn", on, occasion.today())
                        .then(() -> on.equals(known.expectedCloseOn())
                                ? unchanged()
                                : accepted(new OpportunityCloseExpected(known.expectedCloseOn(), on)));
            case StateBudget(var budget) ->
                check().that(!budget.isNegative(), "/budget", VALUE_NEGATIVE)
                        .then(() -> budget.equals(known.budget())
                                ? unchanged()
                                : accepted(new OpportunityBudgetStated(known.budget(), budget)));
            case NoteCompetitor(var competitor, var position) -> {
                var noted = new OpportunityCompetitorNoted(competitor, position);
                yield check().text("/position", position)
                        .that(known.competitors().size() < Particulars.MOST, DEAL_FULL)
                        .then(() -> known.competitors().contains(noted) ? unchanged() : accepted(noted));
            }
            case DropCompetitor(var competitor, var reason) ->
                known.competitors().stream()
                                .noneMatch(noted -> noted.competitorId().equals(competitor))
                        ? refusedAt("/competitorId", COMPETITOR_UNKNOWN)
                        : check().reason("/reason", reason)
                                .accept(() -> new OpportunityCompetitorDropped(competitor, reason));
            case RecordSession session -> held(open, session, occasion);
            case PutOnHold(var reason, var until) -> hold(known, reason, until, occasion);
            case ResumeOpportunity(var note) ->
                known.hold() == null
                        ? refused(OPPORTUNITY_NOT_ON_HOLD)
                        : check().text("/note", note).accept(() -> new OpportunityResumed(note, occasion.today()));
        };
    }

    private static Decision<OpportunityEvent> hold(
            Particulars known, String reason, @Nullable LocalDate until, Occasion occasion) {
        var now = known.hold();
        if (now != null) {
            return now.reason().equals(reason) && Objects.equals(now.until(), until)
                    ? unchanged()
                    : refused(OPPORTUNITY_ON_HOLD);
        }
        return check().reason("/reason", reason)
                .that(until == null || until.isAfter(occasion.today()), "/until", HOLD_OVER)
                .within(NEAR, "/until", until, occasion.today())
                .accept(() -> new OpportunityPutOnHold(reason, until, occasion.today()));
    }

    /** A demonstration or technical exchange also reaches the milestone of the stage that asks for one. */
    private static Decision<OpportunityEvent> held(Open open, RecordSession session, Occasion occasion) {
        var today = occasion.today();
        var on = Objects.requireNonNullElse(session.on(), today);
        var held = new OpportunitySessionHeld(
                session.kind(),
                on,
                session.customers(),
                session.members(),
                session.products(),
                session.outcome(),
                session.evidence());
        var known = open.deal().particulars();
        if (known.sessions().stream().anyMatch(earlier -> occasion.isSame(earlier, held))) {
            return unchanged();
        }
        var checks = check().notAfter("/on", on, today)
                .that(!open.deal().isIdentifiedAfter(on.plusYears(1)), "/on", PROOF_TOO_EARLY)
                .text("/customers", session.customers())
                .text("/outcome", session.outcome())
                .text("/evidence", session.evidence())
                .that(!session.members().isEmpty(), "/members", SESSION_UNATTENDED)
                .that(known.sessions().size() < Particulars.MOST, DEAL_FULL);
        checks = checkAll(checks, "/members/", session.members());
        return checkAll(checks, "/products/", session.products()).then(() -> {
            var events = new ArrayList<OpportunityEvent>();
            events.add(held);
            if (session.kind() != SessionKind.PRESENTATION) {
                open.progress()
                        .stage()
                        .milestone(Fact.DEMONSTRATION_HELD)
                        .map(milestone ->
                                Proving.prove(open, milestone, "%s of %s".formatted(session.kind(), on), on, today))
                        .ifPresent(proved -> events.addAll(proved.events()));
            }
            return accepted(events);
        });
    }

    private static Checks checkAll(Checks before, String pointer, List<String> names) {
        var checks = before;
        for (int i = 0; i < names.size(); i++) {
            checks = checks.text(pointer + i, names.get(i));
        }
        return checks;
    }
}
