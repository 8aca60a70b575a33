package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.SALES_PROJECT_ENDED;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;

/**
 * How a sales project ends. Its closing begins when its opportunity has ended, whatever was decided about it before, and it ends
 * with its closure.
 */
final class Ending {

    private Ending() {}

    static Decision<SalesProjectEvent> terminate(SalesProject project, String reason, LocalDate today) {
        return switch (project) {
            case InPreparation _, UnderAti _, Established _ ->
                check().reason("/reason", reason)
                        .accept(() -> new SalesProjectTerminated(
                                reason,
                                today,
                                project.proposed().template(),
                                project.proposed().templateVersion()));
            case Terminated(var _, var end) when end.reason().equals(reason) -> unchanged();
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    static Decision<SalesProjectEvent> startClosing(SalesProject project, StartClosing closing) {
        return switch (project) {
            case InPreparation _, UnderAti _, Established _, TurnedDown _, Terminated _ ->
                accepted(new SalesProjectClosingStarted(closing.cause(), closing.on()));
            case Closing _, Closed _ -> unchanged();
        };
    }

    /** In any state: the closure is decided elsewhere, and word of it may arrive before that of the opportunity's end. */
    static Decision<SalesProjectEvent> close(SalesProject project, CloseSalesProject close) {
        var closed = new SalesProjectClosed(close.outcome(), close.closedOn());
        return switch (project) {
            case InPreparation _, UnderAti _, Established _, TurnedDown _, Terminated _, Closing _ -> accepted(closed);
            case Closed(var _, var end) when end.equals(closed) -> unchanged();
            case Closed _ -> refused(SALES_PROJECT_ENDED);
        };
    }
}
