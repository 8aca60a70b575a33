package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an opportunity ends: rejected, lost or given up by people; and how that is undone. */
final class Closing {

    private Closing() {}

    static Decision<OpportunityEvent> close(Opportunity opportunity, ClosingCommand command, Occasion occasion) {
        return switch (command) {
            case RejectOpportunity reject -> reject(opportunity, reject, occasion);
            case CloseAsLost lost -> lose(opportunity, lost, occasion);
            case Withdraw withdraw -> withdraw(opportunity, withdraw, occasion);
            case WithdrawByAti(var reason, var on, var lessons, var cause) ->
                withdraw(opportunity, reason, on, lessons, cause, true, occasion.today());
            case WithdrawByTermination(var reason, var on, var lessons, var cause) ->
                withdraw(opportunity, reason, on, lessons, cause, null, occasion.today());
            case WinOpportunity win -> Winning.win(opportunity, win);
            case UndoWin undo -> Winning.undo(opportunity, undo, occasion);
            case ReopenOpportunity(var reason) -> reopen(opportunity, reason, occasion);
        };
    }

    /** Gate G04, not passed. */
    private static Decision<OpportunityEvent> reject(
            Opportunity opportunity, RejectOpportunity reject, Occasion occasion) {
        return switch (opportunity) {
            case Identified _ ->
                checkSaid(check().reason("/reason", reject.reason()), reject.lessons(), reject.cause(), occasion)
                        .accept(() -> new OpportunityRejected(reject.reason(), reject.lessons(), reject.cause()));
            case Qualified _, Authorized _ -> refused(OPPORTUNITY_ALREADY_QUALIFIED);
            case Ended ended -> refused(ended.reason());
        };
    }

    /** What was proved stays proved. With its sales project closed, and the team released, there is nothing to come back to. */
    private static Decision<OpportunityEvent> reopen(Opportunity opportunity, String reason, Occasion occasion) {
        return switch (opportunity) {
            case Open open -> {
                var last = open.deal().particulars().reopened();
                yield last != null && last.reason().equals(reason) ? unchanged() : refused(OPPORTUNITY_NOT_ENDED);
            }
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
            case Rejected _ -> reopen(opportunity, Undone.REJECTED, reason, occasion);
            case Lost _ -> reopen(opportunity, Undone.LOST, reason, occasion);
            case Withdrawn _ -> reopen(opportunity, Undone.WITHDRAWN, reason, occasion);
        };
    }

    private static Decision<OpportunityEvent> reopen(
            Opportunity opportunity, Undone undone, String reason, Occasion occasion) {
        var progress = opportunity.progress();
        boolean closed = occasion.read(Project.class).filter(Project::closed).isPresent();
        return check().reason("/reason", reason)
                .that(!closed, SALES_PROJECT_CLOSED)
                .accept(() -> new OpportunityReopened(
                        reason, occasion.today(), undone, progress.number(), progress.probability()));
    }

    private static Decision<OpportunityEvent> lose(Opportunity opportunity, CloseAsLost lost, Occasion occasion) {
        var today = occasion.today();
        var closedOn = Objects.requireNonNullElse(lost.closedOn(), today);
        return switch (opportunity) {
            case Open open ->
                checkSaid(checkEnd(open.deal(), lost.reason(), closedOn, today), lost.lessons(), lost.cause(), occasion)
                        .accept(() -> new OpportunityLost(
                                lost.reason(),
                                lost.lessons(),
                                closedOn,
                                open.deal().expectedValue(),
                                open.progress().process().name(),
                                open.progress().process().version(),
                                lost.cause()));
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Decision<OpportunityEvent> withdraw(Opportunity opportunity, Withdraw withdraw, Occasion occasion) {
        var today = occasion.today();
        var closedOn = Objects.requireNonNullElse(withdraw.closedOn(), today);
        return switch (opportunity) {
            case Open open ->
                checkSaid(
                                checkEnd(open.deal(), withdraw.reason(), closedOn, today),
                                withdraw.lessons(),
                                withdraw.cause(),
                                occasion)
                        .accept(() -> new OpportunityWithdrawn(
                                withdraw.reason(),
                                closedOn,
                                open.deal().expectedValue(),
                                open.progress().process().name(),
                                open.progress().process().version(),
                                withdraw.lessons(),
                                withdraw.cause(),
                                null));
            case Ended ended -> refused(ended.reason());
        };
    }

    /** With its sales project, on the day on which that ended, for the reason that was given there. */
    private static Decision<OpportunityEvent> withdraw(
            Opportunity opportunity,
            String reason,
            LocalDate on,
            @Nullable String lessons,
            @Nullable EndCause cause,
            @Nullable Boolean atiRejected,
            LocalDate today) {
        return switch (opportunity) {
            case Open open ->
                checkEnd(open.deal(), reason, on, today)
                        .accept(() -> new OpportunityWithdrawn(
                                reason,
                                on,
                                open.deal().expectedValue(),
                                open.progress().process().name(),
                                open.progress().process().version(),
                                lessons,
                                cause,
                                atiRejected));
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Checks checkEnd(Deal deal, String reason, LocalDate closedOn, LocalDate today) {
        return check().reason("/reason", reason)
                .that(!closedOn.isAfter(today), "/closedOn", CLOSED_IN_FUTURE)
                .that(!deal.isIdentifiedAfter(closedOn), "/closedOn", CLOSED_BEFORE_IDENTIFIED);
    }

    /** Automations and imports repeat what was decided elsewhere, and are not asked. */
    private static Checks checkSaid(
            Checks checks, @Nullable String lessons, @Nullable EndCause cause, Occasion occasion) {
        boolean asked = occasion.who().bound();
        return checks.that(!asked || cause != null, "/cause", CAUSE_MISSING)
                .that(!asked || lessons != null, "/lessons", LESSONS_MISSING)
                .text("/lessons", lessons, LESSONS_MISSING);
    }
}
