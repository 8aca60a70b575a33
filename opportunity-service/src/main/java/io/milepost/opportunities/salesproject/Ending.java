package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.SALES_PROJECT_ENDED;
import static io.milepost.opportunities.salesproject.SalesProject.No.SALES_PROJECT_REOPENED;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;

/**
 * How a sales project ends. Its closing begins when its opportunity has ended, whatever was decided about it before; it releases the
 * people, and the project ends with it. Until that, it goes on with its opportunity where that is reopened.
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

    /**
     * In any state, since the closing decides it, unless that was called off since: whoever is in the team or takes part leaves,
     * whatever risk is still theirs. Who has left already is not among them.
     */
    static Decision<SalesProjectEvent> release(SalesProject project, ReleasePeople release) {
        if (goesOnAgain(project)) {
            return refused(SALES_PROJECT_REOPENED);
        }
        var leaving = project.projectTeam().seats().stream()
                .map(Seat::member)
                .filter(member -> release.members().stream().anyMatch(code -> Codes.same(code, member)))
                .distinct()
                .toList();
        return leaving.isEmpty() ? unchanged() : accepted(new PeopleReleased(leaving, release.on()));
    }

    /** Where it stood; what the ATI decision turned down is prepared anew, so that it is decided on anew. */
    static SalesProject reopened(SalesProject project) {
        boolean turnedDown = false;
        var before = project;
        while (before instanceof Ended ended) {
            turnedDown |= ended instanceof TurnedDown;
            before = ended.before();
        }
        return turnedDown ? new Preparing(before.setting(), before.preparation()) : before;
    }

    /** Whether word of a closing may be of the one that was called off. */
    private static boolean goesOnAgain(SalesProject project) {
        return project.setting().reopened() != null && !(project instanceof Ended);
    }

    /** A closed one stays closed: its team is released and its papers are filed. */
    static Decision<SalesProjectEvent> reopen(SalesProject project, LocalDate today) {
        return switch (project) {
            case InPreparation _, UnderAti _, Established _ -> unchanged();
            case TurnedDown _, Terminated _, Closing _ -> accepted(new SalesProjectReopened(today));
            case Closed _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    /**
     * In any state: the closure is decided elsewhere, and word of it may arrive before that of the opportunity's end. After a reopening
     * it may be word of the end that was undone, so that the project is not closed by it.
     */
    static Decision<SalesProjectEvent> close(SalesProject project, CloseSalesProject close) {
        var closed = new SalesProjectClosed(close.outcome(), close.closedOn());
        return switch (project) {
            case SalesProject _ when goesOnAgain(project) -> refused(SALES_PROJECT_REOPENED);
            case InPreparation _, UnderAti _, Established _, TurnedDown _, Terminated _, Closing _ -> accepted(closed);
            case Closed(var _, var end) when end.equals(closed) -> unchanged();
            case Closed _ -> refused(SALES_PROJECT_ENDED);
        };
    }
}
