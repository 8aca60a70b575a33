package io.milepost.delivery.servicecase;

import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.delivery.servicelevel.ServiceLevelCatalogue.SERVICE_LEVEL;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.Satisfaction;
import io.milepost.delivery.kernel.ServiceRefusal;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicecase.ServiceCaseEvent.*;
import io.milepost.delivery.servicelevel.ServiceLevelCatalogue;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The service case's commands and events, what it promises, and who is told when a promise is broken. */
public final class ServiceCaseCatalogue {
    private static final String ASSIGNEE = "whoever the case is assigned to";

    public static final Catalogue<ServiceCase, Command, ServiceCaseEvent> SERVICE_CASE = Catalogue.of(
                    "service-case", "service-cases", ServiceCase.DECIDER)
            .creates(
                    OpenCase.class,
                    (open, occasion) -> ServiceCase.open(open, levelOf(open), occasion),
                    SALES_REP,
                    SALES_MANAGER,
                    DELIVERY_MANAGER,
                    ENGINEERING,
                    IMPORTER)
            .reads(
                    OpenCase.class,
                    () -> HANDOVER,
                    (_, open) -> open.contractId(),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .reads(
                    OpenCase.class,
                    () -> SERVICE_LEVEL,
                    (_, open) -> levelOf(open),
                    Level.class,
                    level -> new Level(level.version(), level.promises()))
            .reads(
                    OpenCase.class,
                    () -> SERVICE_LEVEL,
                    (_, _) -> ServiceLevelCatalogue.STANDARD,
                    StandardLevel.class,
                    level -> new StandardLevel(
                            ServiceLevelCatalogue.STANDARD, new Level(level.version(), level.promises())))
            .command(AssignCase.class, DELIVERY_MANAGER, SALES_MANAGER, IMPORTER)
            .command(StartCase.class, DELIVERY_MANAGER, ENGINEERING, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(StartCase.class, ASSIGNEE, ServiceCaseCatalogue::assigned)
            .command(RecordService.class, DELIVERY_MANAGER, ENGINEERING, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(RecordService.class, ASSIGNEE, ServiceCaseCatalogue::assigned)
            .command(ResolveCase.class, DELIVERY_MANAGER, ENGINEERING, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(ResolveCase.class, ASSIGNEE, ServiceCaseCatalogue::assigned)
            .command(ConfirmCase.class, DELIVERY_MANAGER, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(ConfirmCase.class, "feedback", ConfirmCase::feedback)
            .command(ReopenCase.class, DELIVERY_MANAGER, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(NoteCaseNeed.class, DELIVERY_MANAGER, ENGINEERING, SALES_REP, SALES_MANAGER)
            .digest(NoteCaseNeed.class, "need", NoteCaseNeed::need)
            .command(MarkDeadlineBreached.class)
            .event(ServiceCaseOpened.class, "service-case.opened", 1)
            .personal(ServiceCaseOpened.class, (id, _) -> id, "report", "reportedBy")
            .event(ServiceCaseAssigned.class, "service-case.assigned", 1)
            .event(ServiceCaseStarted.class, "service-case.started", 1)
            .event(ServiceRendered.class, "service-case.service-rendered", 1)
            .event(ServiceCaseResolved.class, "service-case.resolved", 1)
            .event(ServiceCaseConfirmed.class, "service-case.confirmed", 1)
            .personal(ServiceCaseConfirmed.class, (id, _) -> id, "feedback")
            .event(ServiceCaseReopened.class, "service-case.reopened", 1)
            .event(CaseNeedFound.class, "service-case.need-found", 1)
            .personal(CaseNeedFound.class, (id, _) -> id, "need")
            .event(ServiceDeadlineBreached.class, "service-case.deadline-breached", 1)
            .ownedBy(state -> state.opened().owner())
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .refusals(ServiceRefusal.class)
            .refusals(Satisfaction.No.class)
            .view(View.class, View::of);

    /** What was promised falls due at the end of a working day. */
    public static final Due<ServiceCase> SERVICE_DEADLINE = new Due<>(
            "service-deadline",
            SERVICE_CASE,
            MarkDeadlineBreached.class,
            state -> Stream.of(Deadline.values())
                    .filter(state::awaits)
                    .map(deadline -> due(state, deadline))
                    .toList());

    /** A broken promise is told to whoever answers for the case and the manager. */
    public static final NoticeRule<ServiceDeadlineBreached> BREACH_NOTICE = notice("service-deadline-breached")
            .on(SERVICE_CASE, ServiceDeadlineBreached.class)
            .about(breached -> breached.deadline().name().toLowerCase(Locale.ROOT))
            .to(OWNER, MANAGER);

    private ServiceCaseCatalogue() {}

    private static List<String> assigned(ServiceCase state) {
        var assignee = state.course().assignee();
        return assignee == null ? List.of() : List.of(assignee);
    }

    private static UUID levelOf(OpenCase open) {
        return Objects.requireNonNullElse(open.serviceLevelId(), ServiceLevelCatalogue.STANDARD);
    }

    private static DueDate due(ServiceCase state, Deadline deadline) {
        var promised = Objects.requireNonNull(state.opened().promised());
        var command = new MarkDeadlineBreached(deadline);
        var due = switch (deadline) {
            case ANSWER -> DueDate.workingDaysAfter(state.opened().openedAt(), promised.answerWithin(), command);
            case SOLUTION -> DueDate.workingDaysAfter(state.promises().since(), promised.solveWithin(), command);
        };
        return due.part(deadline.name().toLowerCase(Locale.ROOT))
                .ownedBy(state.opened().owner());
    }

    /** What the customer said in the end. */
    public record Confirmation(
            @Nullable Integer satisfaction, @Nullable String feedback, LocalDate on) {}

    /**
     * What a read shows.
     *
     * @param status OPENED, ASSIGNED, IN_PROGRESS, RESOLVED or CONFIRMED
     * @param breached promises that were broken
     */
    public record View(
            String status,
            UUID accountId,
            @Nullable UUID contractId,
            CaseKind kind,
            Urgency urgency,
            String subject,
            @Nullable String report,
            @Nullable String reportedBy,
            String owner,
            @Nullable String assignee,
            @Nullable Promised promised,
            Set<Deadline> breached,
            List<ServiceRendered> services,
            @Nullable ServiceCaseResolved resolution,
            @Nullable Confirmation confirmation,
            int reopenings) {
        static View of(ServiceCase state) {
            var opened = state.opened();
            var course = state.course();
            var confirmed = course.confirmation();
            return new View(
                    course.stage().name(),
                    opened.accountId(),
                    opened.contractId(),
                    opened.kind(),
                    opened.urgency(),
                    opened.subject(),
                    opened.report(),
                    opened.reportedBy(),
                    opened.owner(),
                    course.assignee(),
                    opened.promised(),
                    state.promises().breached(),
                    course.services(),
                    course.resolution(),
                    confirmed == null
                            ? null
                            : new Confirmation(confirmed.satisfaction(), confirmed.feedback(), confirmed.on()),
                    course.reopenings());
        }
    }
}
