package io.milepost.delivery.servicecase;

import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.ServicePromise;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicecase.ServiceCaseEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for after the sale, until they confirm that it is done. What was promised when it was opened falls due
 * (R-165).
 *
 * @param needs keyed hashes of the new needs that were noticed
 */
public record ServiceCase(ServiceCaseOpened opened, Course course, Promises promises, Set<String> needs) {
    static final Decider<ServiceCase, Command, ServiceCaseEvent> DECIDER =
            new Decider<>(ServiceCase::decide, ServiceCase::begin, ServiceCase::evolve);

    /**
     * Takes up what a customer asks for.
     *
     * @param subject names it; what it says about people belongs in the report
     * @param report what the customer said; kept as personal data, as is who reported it
     * @param owner code of the member who answers for it
     * @param serviceLevelId what is promised; when absent, what the sales process of the contract promises, or the standard one
     */
    public record OpenCase(
            UUID accountId,
            @Nullable UUID contractId,
            CaseKind kind,
            Urgency urgency,
            String subject,
            @Nullable @Limit(Limit.NOTE) String report,
            @Nullable String reportedBy,
            String owner,
            @Nullable UUID serviceLevelId) {}

    public sealed interface Command {}

    /** Gives the case to a member, or to another one. */
    public record AssignCase(String assignee) implements Command {}

    /** The assignee begins to work on it, which is the answer that was promised. */
    public record StartCase() implements Command {}

    /**
     * Notes what was done for the customer: a training, a maintenance, a repair, a visit.
     *
     * @param on today when absent
     * @param work what was done; may not contain personal data
     * @param hours that it took
     * @param trained how many people of the customer were trained, for a training
     */
    public record RecordService(
            @Nullable LocalDate on,
            @Limit(Limit.NOTE) String work,
            @Nullable BigDecimal hours,
            @Nullable Integer trained)
            implements Command {}

    /** What solved it; may not contain personal data. */
    public record ResolveCase(@Limit(Limit.NOTE) String solution) implements Command {}

    /**
     * The customer confirms that it is done.
     *
     * @param satisfaction from 1 to 5
     * @param feedback in the customer's words; kept as personal data
     */
    public record ConfirmCase(
            @Nullable Integer satisfaction,
            @Nullable @Limit(Limit.NOTE) String feedback) implements Command {}

    /** The customer says that it is not done. */
    public record ReopenCase(@Limit(Limit.NOTE) String reason) implements Command {}

    /** What the customer would buy besides, which becomes a lead; kept as personal data. */
    public record NoteCaseNeed(@Limit(Limit.NOTE) String need) implements Command {}

    /** Sent by the timer alone, when what was promised has not come in time. */
    public record MarkDeadlineBreached(Deadline deadline) implements Command {}

    /** What is promised. */
    public enum Deadline {
        ANSWER,
        SOLUTION
    }

    public enum No implements Refusal {
        SERVICE_LEVEL_UNKNOWN(state("there is no such service level")),
        CASE_NOT_ASSIGNED(state("a case is given to a member before somebody works on it")),
        CASE_NOT_STARTED(state("nobody works on the case yet")),
        CASE_RESOLVED(state("the case is resolved; it can be confirmed or reopened")),
        CASE_NOT_RESOLVED(state("the case is not resolved yet")),
        CASE_CONFIRMED(state("the customer has confirmed the case; what comes now is another case")),
        CONFIRMED_BY_SOLVER(sender("whoever resolved a case cannot note that the customer is content with it")),
        SERVICE_NOT_RENDERED(
                state("a training, a maintenance or a repair needs a record of what was done, after each reopening")),
        ASSIGNEE_MISSING(rule("an assignee is named by a member code")),
        SERVICE_BEFORE_OPENING(rule("a service cannot be rendered before its case was opened")),
        HOURS_IMPLAUSIBLE(rule("hours are from 0 to 1000, with at most two decimals")),
        TRAINED_IMPLAUSIBLE(rule("a training has from 1 to 10000 people, and only a training has any"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    enum Stage {
        OPENED,
        ASSIGNED,
        IN_PROGRESS,
        RESOLVED,
        CONFIRMED
    }

    /**
     * What has become of what was promised.
     *
     * @param since from when the solution is awaited: when it was opened or, after that, reopened
     * @param answered whether somebody has begun to work on it
     * @param breached deadlines that were missed and still count
     */
    record Promises(Instant since, boolean answered, Set<Deadline> breached) {
        public Promises {
            breached = Set.copyOf(breached);
        }

        private Promises answer() {
            return new Promises(since, true, breached);
        }

        private Promises missed(Deadline deadline) {
            var all = EnumSet.of(deadline);
            all.addAll(breached);
            return new Promises(since, answered, all);
        }

        /** The solution is awaited anew; an answer that came late stays late. */
        private Promises again(Instant reopenedAt) {
            return new Promises(
                    reopenedAt, answered, breached.contains(Deadline.ANSWER) ? Set.of(Deadline.ANSWER) : Set.of());
        }
    }

    /** What the service level that a case names promises, for cases of every kind. */
    record Level(int version, List<ServicePromise> promises) {
        public Level {
            promises = List.copyOf(promises);
        }
    }

    public ServiceCase {
        needs = Set.copyOf(needs);
    }

    /** What is promised to everybody: a problem always has a deadline. */
    record StandardLevel(UUID serviceLevelId, Level level) {}

    static Decision<ServiceCaseEvent> open(OpenCase open, UUID serviceLevel, Occasion occasion) {
        var level = occasion.read(Level.class);
        return SoldContract.check(check(), open.contractId(), open.accountId(), occasion)
                .that(level.isPresent(), "/serviceLevelId", No.SERVICE_LEVEL_UNKNOWN)
                .text("/subject", open.subject())
                .text("/report", open.report())
                .text("/reportedBy", open.reportedBy())
                .owner("/owner", open.owner())
                .accept(() -> new ServiceCaseOpened(
                        open.accountId(),
                        open.contractId(),
                        open.kind(),
                        open.urgency(),
                        open.subject(),
                        open.report(),
                        open.reportedBy(),
                        open.owner(),
                        occasion.effectiveAt(),
                        promised(open, serviceLevel, level.orElseThrow(), occasion)));
    }

    /** By the service level that is named; else by the sales process of the contract, where that promises anything of its own. */
    private static @Nullable Promised promised(OpenCase open, UUID serviceLevel, Level level, Occasion occasion) {
        var sold = occasion.read(SoldContract.class).map(SoldContract::promised);
        var own = sold.map(promised -> promised.what().promises());
        if (open.serviceLevelId() == null && own.isPresent()) {
            return orStandard(promised(open, sold.get().ruleSet(), sold.get().version(), own.get()), open, occasion);
        }
        return orStandard(promised(open, serviceLevel, level.version(), level.promises()), open, occasion);
    }

    private static @Nullable Promised orStandard(@Nullable Promised own, OpenCase open, Occasion occasion) {
        return own != null || open.kind() != CaseKind.PROBLEM
                ? own
                : occasion.read(StandardLevel.class)
                        .map(standard -> promised(
                                open,
                                standard.serviceLevelId(),
                                standard.level().version(),
                                standard.level().promises()))
                        .orElse(null);
    }

    private static @Nullable Promised promised(OpenCase open, UUID by, int version, List<ServicePromise> promises) {
        return promises.stream()
                .filter(promise -> promise.isFor(open.kind(), open.urgency()))
                .findFirst()
                .map(promise -> new Promised(by, version, promise.answerWithin(), promise.solveWithin()))
                .orElse(null);
    }

    static Decision<ServiceCaseEvent> decide(ServiceCase state, Command command, Occasion occasion) {
        return switch (command) {
            case AssignCase(var assignee) -> Working.assign(state, assignee, occasion);
            case StartCase _ -> Working.start(state, occasion);
            case RecordService service -> Working.render(state, service, occasion);
            case ResolveCase(var solution) -> Working.resolve(state, solution, occasion);
            case ConfirmCase confirm -> Answering.confirm(state, confirm, occasion);
            case ReopenCase(var reason) -> Answering.reopen(state, reason, occasion);
            case NoteCaseNeed(var need) -> Answering.noteNeed(state, need, occasion);
            case MarkDeadlineBreached(var deadline) -> Working.breach(state, deadline);
        };
    }

    static ServiceCase begin(ServiceCaseEvent first) {
        var opened = (ServiceCaseOpened) first;
        return new ServiceCase(
                opened,
                new Course(Stage.OPENED, null, List.of(), null, null, 0, 0),
                new Promises(opened.openedAt(), false, Set.of()),
                Set.of());
    }

    static ServiceCase evolve(ServiceCase state, ServiceCaseEvent event) {
        var course = state.course;
        var promises = state.promises;
        return switch (event) {
            case ServiceCaseOpened _ -> state;
            case ServiceCaseAssigned(var assignee, var _) -> state.with(course.assignedTo(assignee), promises);
            case ServiceCaseStarted _ -> state.with(course.at(Stage.IN_PROGRESS), promises.answer());
            case ServiceRendered service -> state.with(course.with(service), promises);
            case ServiceCaseResolved resolved -> state.with(course.with(resolved), promises);
            case ServiceCaseConfirmed confirmed -> state.with(course.with(confirmed), promises);
            case ServiceCaseReopened(var _, var since) -> state.with(course.again(), promises.again(since));
            case CaseNeedFound found -> state.with(found);
            case ServiceDeadlineBreached(var deadline, var _) -> state.with(course, promises.missed(deadline));
        };
    }

    /** Whether this was promised, has not come and was not missed before. */
    boolean awaits(Deadline deadline) {
        return opened.promised() != null
                && !promises.breached().contains(deadline)
                && switch (deadline) {
                    case ANSWER -> !promises.answered();
                    case SOLUTION -> course.isOpen();
                };
    }

    private ServiceCase with(Course next, Promises kept) {
        return new ServiceCase(opened, next, kept, needs);
    }

    private ServiceCase with(CaseNeedFound found) {
        var keys = Stream.concat(needs.stream(), Stream.ofNullable(found.needKey()))
                .collect(Collectors.toUnmodifiableSet());
        return new ServiceCase(opened, course, promises, keys);
    }
}
