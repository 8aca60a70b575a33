package io.milepost.opportunities.salesproject;

import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.Owed;
import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sales project is, however far it is.
 *
 * @param level of how much weight it is; absent until somebody says so
 * @param involved who takes part from departments other than sales; absent before the first does
 * @param released who is free for other work; absent until its closing releases somebody
 * @param reopened when its end was undone last; absent where none was
 * @param monitored since when there is a plan to hold it against; absent before
 */
public record Setting(
        SalesProjectProposed proposed,
        @Nullable SalesProjectClassified level,
        @Nullable DepartmentsInvolved involved,
        @Nullable PeopleReleased released,
        @Nullable SalesProjectReopened reopened,
        @Nullable MonitoringStarted monitored) {

    static Setting of(SalesProjectProposed proposed) {
        return new Setting(proposed, null, null, null, null, null);
    }

    Setting with(SalesProjectClassified classified) {
        return new Setting(proposed, classified, involved, released, reopened, monitored);
    }

    Setting with(DepartmentsInvolved departments) {
        return new Setting(proposed, level, departments, released, reopened, monitored);
    }

    /** With those who were released before, should it happen in parts. */
    Setting with(PeopleReleased more) {
        var all = released == null
                ? more
                : new PeopleReleased(
                        Stream.concat(released.members().stream(), more.members().stream())
                                .toList(),
                        more.on());
        return new Setting(proposed, level, involved, all, reopened, monitored);
    }

    /** Whether somebody of this code is free for other work. */
    boolean hasReleased(String member) {
        return released != null && released.members().stream().anyMatch(code -> Codes.same(code, member));
    }

    /** Whoever was released is asked for again. */
    Setting with(SalesProjectReopened again) {
        return new Setting(proposed, level, involved, null, again, monitored);
    }

    Setting with(MonitoringStarted since) {
        return new Setting(proposed, level, involved, released, reopened, since);
    }

    List<Participant> participants() {
        return involved == null
                ? List.of()
                : involved.participants().stream()
                        .filter(participant -> !hasReleased(participant.member()))
                        .toList();
    }

    /** Where its sales process has no levels, a project owes its weekly reports and nothing else. */
    boolean owes(Owed owed) {
        return level == null ? owed == Owed.WEEKLY_REPORT : level.owes().contains(owed);
    }

    /** Whether its process has levels and it has none of them yet. */
    boolean lacksLevel() {
        return level == null && Pursuit.hasLevels(proposed.pursuit());
    }

    /** The project with this setting. */
    SalesProject in(SalesProject project) {
        return switch (project) {
            case Preparing(var _, var preparation) -> new Preparing(this, preparation);
            case Prepared(var _, var preparation) -> new Prepared(this, preparation);
            case Returned(var _, var preparation, var decision) -> new Returned(this, preparation, decision);
            case UnderAti(var _, var preparation, var submitted) -> new UnderAti(this, preparation, submitted);
            case Authorized authorized -> authorized.with(this);
            case KickedOff(var authorization, var kickoff) -> new KickedOff(authorization.with(this), kickoff);
            case TurnedDown(var before, var decision) -> new TurnedDown(in(before), decision);
            case Terminated(var before, var end) -> new Terminated(in(before), end);
            case Closing(var before, var end) -> new Closing(in(before), end);
            case Closed(var before, var end) -> new Closed(in(before), end);
        };
    }
}
