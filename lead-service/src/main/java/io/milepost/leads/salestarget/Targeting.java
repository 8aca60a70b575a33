package io.milepost.leads.salestarget;

import static io.milepost.leads.salestarget.SalesTarget.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;

import io.milepost.leads.salestarget.SalesTarget.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a target goes from its draft to its end. */
final class Targeting {

    private Targeting() {}

    static Decision<Event> decide(SalesTarget target, Command command, Occasion occasion) {
        return switch (command) {
            case RedraftSalesTarget(var task) -> redraft(target, task, occasion);
            case SubmitSalesTarget _ -> submit(target, occasion);
            case ApproveSalesTarget _ -> approve(target, occasion);
            case ReturnSalesTarget(var reason) -> sendBack(target, reason, occasion);
            case CascadeSalesTarget(var parts) ->
                target instanceof Closed ? refused(TARGET_CLOSED) : Drafting.cascade(target, parts, occasion);
            case StartPeriod(var from) -> start(target, from, occasion.today());
            case ReviseSalesTarget(var figure, var reason) -> revise(target, figure, reason, occasion);
            case CloseSalesTarget(var reason) -> close(target, reason, occasion);
        };
    }

    static SalesTarget begin(Event first) {
        var drafted = (SalesTargetDrafted) first;
        return new Draft(
                new Details(
                        drafted.task(),
                        drafted.strategy(),
                        drafted.assigned(),
                        Set.of(drafted.draftedBy()),
                        null,
                        null),
                null);
    }

    static SalesTarget evolve(SalesTarget target, Event event) {
        var details = target.details();
        return switch (event) {
            case SalesTargetDrafted _ -> target;
            case SalesTargetRedrafted redrafted -> new Draft(details.with(redrafted), null);
            case SalesTargetSubmitted(var by, var _) -> new Submitted(details.by(by));
            case SalesTargetReturned(var reason, var _) -> new Draft(details, reason);
            case SalesTargetApproved approval -> new Approved(details, approval);
            case SalesTargetNotApprovedInTime(var _, var from) -> holding(target, details.missing(from));
            case SalesTargetActivated _ -> new Active(details, ((Approved) target).approval(), List.of());
            case SalesTargetCascaded cascaded -> holding(target, details.with(cascaded));
            case SalesTargetRevised revised -> revised((Active) target, revised);
            case SalesTargetClosed end -> new Closed(target, end);
        };
    }

    /** The same state of other details. */
    private static SalesTarget holding(SalesTarget target, Details details) {
        return switch (target) {
            case Draft(var _, var returnedFor) -> new Draft(details, returnedFor);
            case Submitted _ -> new Submitted(details);
            case Approved(var _, var approval) -> new Approved(details, approval);
            case Active(var _, var approval, var revisions) -> new Active(details, approval, revisions);
            case Closed _ -> target;
        };
    }

    private static Active revised(Active active, SalesTargetRevised revised) {
        return new Active(
                active.details(),
                active.approval(),
                Stream.concat(active.revisions().stream(), Stream.of(revised)).toList());
    }

    private static Decision<Event> redraft(SalesTarget target, Task task, Occasion occasion) {
        return switch (target) {
            case Draft(var details, var returnedFor) ->
                returnedFor == null && task.equals(details.task()) ? unchanged() : Drafting.redraft(task, occasion);
            case Submitted _, Approved _, Active _ -> refused(TARGET_NOT_DRAFT);
            case Closed _ -> refused(TARGET_CLOSED);
        };
    }

    private static Decision<Event> submit(SalesTarget target, Occasion occasion) {
        return switch (target) {
            case Draft(var details, var returnedFor) ->
                check().that(returnedFor == null, TARGET_RETURNED)
                        .that(isAhead(details, occasion), PERIOD_STARTED)
                        .that(
                                details.task().level() == Level.SELLER
                                        || occasion.who().hasAny(Set.of("SALES_MANAGER")),
                                SUBMITTER_NOT_MANAGER)
                        .accept(() -> new SalesTargetSubmitted(occasion.who().name(), occasion.today()));
            case Submitted _ -> unchanged();
            case Approved _, Active _ -> refused(TARGET_NOT_DRAFT);
            case Closed _ -> refused(TARGET_CLOSED);
        };
    }

    /** Gate G01: by somebody else, before the period starts, and after the target above. */
    private static Decision<Event> approve(SalesTarget target, Occasion occasion) {
        return switch (target) {
            case Submitted(var details) -> {
                var task = details.task();
                var who = occasion.who();
                var checks = check().that(isAhead(details, occasion), PERIOD_STARTED)
                        .that(
                                Stream.concat(Stream.of(task.accountable()), details.authors().stream())
                                        .noneMatch(who::is),
                                APPROVER_IS_AUTHOR);
                if (task.level() != Level.COMPANY) {
                    var fitting = Drafting.inside(task, occasion, check()).failed();
                    if (fitting != null) {
                        yield refused(fitting);
                    }
                    checks = checks.that(
                            occasion.read(Drafting.Whole.class)
                                    .filter(Drafting.Whole::approved)
                                    .isPresent(),
                            PARENT_NOT_APPROVED);
                }
                yield checks.accept(() -> new SalesTargetApproved(who.name(), occasion.today()));
            }
            case Approved _, Active _ -> unchanged();
            case Draft _ -> refused(TARGET_NOT_SUBMITTED);
            case Closed _ -> refused(TARGET_CLOSED);
        };
    }

    private static Decision<Event> sendBack(SalesTarget target, String reason, Occasion occasion) {
        return switch (target) {
            case Submitted _ ->
                check().reason("/reason", reason)
                        .accept(() ->
                                new SalesTargetReturned(reason, occasion.who().name()));
            case Draft(var _, var returnedFor) ->
                reason.equals(returnedFor) ? unchanged() : refused(TARGET_NOT_SUBMITTED);
            case Approved _, Active _ -> refused(TARGET_NOT_SUBMITTED);
            case Closed _ -> refused(TARGET_CLOSED);
        };
    }

    /** The timer may be late, and the period may be another one by now. */
    private static Decision<Event> start(SalesTarget target, LocalDate from, LocalDate today) {
        var task = target.details().task();
        if (!from.equals(task.from()) || today.isBefore(from)) {
            return unchanged();
        }
        return switch (target) {
            case Draft _, Submitted _ ->
                from.equals(target.details().missed())
                        ? unchanged()
                        : accepted(new SalesTargetNotApprovedInTime(task.accountable(), from));
            case Approved _ -> accepted(new SalesTargetActivated(today));
            case Active _, Closed _ -> unchanged();
        };
    }

    private static Decision<Event> revise(SalesTarget target, Figure figure, String reason, Occasion occasion) {
        return switch (target) {
            case Active(var details, var _, var revisions) -> {
                var task = details.task();
                if (figure.equals(target.figure())) {
                    yield !revisions.isEmpty()
                                    && reason.equals(revisions.getLast().reason())
                            ? unchanged()
                            : refusedAt("/figure", NOTHING_REVISED);
                }
                yield figure.checkedFor(task.metric(), "/figure", check())
                        .that(figure.isMeasuredAs(task.figure()), "/figure", MEASURE_DIFFERS)
                        .reason("/reason", reason)
                        .that(!occasion.who().is(task.accountable()), REVISER_IS_ACCOUNTABLE)
                        .accept(() -> new SalesTargetRevised(
                                revisions.size() + 1,
                                task.figure(),
                                figure,
                                reason,
                                occasion.who().name(),
                                occasion.today()));
            }
            case Draft _, Submitted _, Approved _ -> refused(TARGET_NOT_ACTIVE);
            case Closed _ -> refused(TARGET_CLOSED);
        };
    }

    private static Decision<Event> close(SalesTarget target, @Nullable String reason, Occasion occasion) {
        if (target instanceof Closed(var _, var end)) {
            return Objects.equals(reason, end.reason()) ? unchanged() : refused(TARGET_CLOSED);
        }
        boolean early = !occasion.today().isAfter(target.details().task().to());
        return check().that(!early || reason != null, "/reason", REASON_MISSING)
                .reason("/reason", reason)
                .accept(() ->
                        new SalesTargetClosed(early, reason, occasion.who().name(), occasion.today()));
    }

    private static boolean isAhead(Details details, Occasion occasion) {
        return occasion.today().isBefore(details.task().from());
    }
}
