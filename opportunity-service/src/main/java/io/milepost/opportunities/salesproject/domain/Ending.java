package io.milepost.opportunities.salesproject.domain;

import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.REASON_MISSING;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.SALES_PROJECT_ENDED;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.salesproject.domain.SalesProject.Closed;
import io.milepost.opportunities.salesproject.domain.SalesProject.Closing;
import io.milepost.opportunities.salesproject.domain.SalesProject.Ended;
import io.milepost.opportunities.salesproject.domain.SalesProject.Established;
import io.milepost.opportunities.salesproject.domain.SalesProject.InPreparation;
import io.milepost.opportunities.salesproject.domain.SalesProject.Known;
import io.milepost.opportunities.salesproject.domain.SalesProject.Terminated;
import io.milepost.opportunities.salesproject.domain.SalesProject.TurnedDown;
import io.milepost.opportunities.salesproject.domain.SalesProject.UnderAti;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.CloseSalesProject;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.StartClosing;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectClosed;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectClosingStarted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectTerminated;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;

/**
 * How a sales project ends. Its closing begins when its opportunity has ended, whatever was decided about it before, and its end is that
 * of its closure.
 */
final class Ending {

    private Ending() {}

    static Decision<SalesProjectEvent> terminate(Known project, String reason, LocalDate today) {
        return switch (project) {
            case InPreparation _, UnderAti _, Established _ ->
                reason.isBlank()
                        ? Decision.<SalesProjectEvent>refused(REASON_MISSING).at("/reason")
                        : accepted(new SalesProjectTerminated(reason, today));
            case Terminated(var _, var end) when end.reason().equals(reason) -> unchanged();
            case Ended _ -> Decision.refused(SALES_PROJECT_ENDED);
        };
    }

    static Decision<SalesProjectEvent> startClosing(Known project, StartClosing closing) {
        return switch (project) {
            case InPreparation _, UnderAti _, Established _, TurnedDown _, Terminated _ ->
                accepted(new SalesProjectClosingStarted(closing.cause(), closing.on()));
            case Closing _, Closed _ -> unchanged();
        };
    }

    /** From whatever state: its closure is decided elsewhere, and may be heard of before the end of its opportunity. */
    static Decision<SalesProjectEvent> close(Known project, CloseSalesProject close) {
        var closed = new SalesProjectClosed(close.outcome(), close.closedOn());
        return switch (project) {
            case InPreparation _, UnderAti _, Established _, TurnedDown _, Terminated _, Closing _ -> accepted(closed);
            case Closed(var _, var end) when end.equals(closed) -> unchanged();
            case Closed _ -> Decision.refused(SALES_PROJECT_ENDED);
        };
    }
}
