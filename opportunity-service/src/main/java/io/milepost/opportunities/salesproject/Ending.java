package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a sales project ends. What is given up here ends its opportunity (ADR 0129). Its closing begins when its opportunity has ended,
 * whatever was decided about it before; it releases the people, and the project ends with it. Until that, it goes on with its
 * opportunity where that is reopened.
 */
final class Ending {

    private Ending() {}

    static Decision<SalesProjectEvent> terminate(
            SalesProject project, TerminateSalesProject terminate, Occasion occasion) {
        var reason = terminate.reason();
        var cause = terminate.cause();
        var lessons = terminate.lessons();
        return switch (project) {
            case InPreparation _, UnderAti _, Established _ ->
                checkSaid(check().reason("/reason", reason), cause, lessons, occasion)
                        .accept(() -> new SalesProjectTerminated(
                                reason,
                                occasion.today(),
                                project.proposed().template(),
                                project.proposed().templateVersion(),
                                cause,
                                lessons));
            case Terminated(var _, var end)
            when end.reason().equals(reason) && end.cause() == cause && Objects.equals(end.lessons(), lessons) ->
                unchanged();
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    /** What ends a deal is said of it as of any end; imports repeat what was decided elsewhere, and are not asked. */
    static Checks checkSaid(Checks checks, @Nullable EndCause cause, @Nullable String lessons, Occasion occasion) {
        boolean asked = occasion.who().bound();
        return checks.that(!asked || cause != null, "/cause", CAUSE_MISSING)
                .that(!asked || lessons != null, "/lessons", LESSONS_MISSING)
                .text("/lessons", lessons, LESSONS_MISSING);
    }

    static Decision<SalesProjectEvent> startClosing(SalesProject project, StartClosing closing) {
        return switch (project) {
            case InPreparation _, UnderAti _, Established _, TurnedDown _, Terminated _ ->
                accepted(new SalesProjectClosingStarted(causeOf(project, closing.cause()), closing.on()));
            case Closing _, Closed _ -> unchanged();
        };
    }

    /** A deal that was withdrawn because of its project ended as that did. */
    private static ClosingCause causeOf(SalesProject project, ClosingCause ofDeal) {
        if (ofDeal != ClosingCause.WITHDRAWN) {
            return ofDeal;
        }
        return switch (project) {
            case TurnedDown _ -> ClosingCause.ATI_REJECTED;
            case Terminated _ -> ClosingCause.TERMINATED;
            case InPreparation _, UnderAti _, Established _, Closing _, Closed _ -> ofDeal;
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
