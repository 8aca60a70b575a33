package io.milepost.delivery.servicecase;

import static io.milepost.delivery.servicecase.ServiceCase.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicecase.ServiceCaseEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What we do about a case: give it to somebody, work on it, resolve it. */
final class Working {
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(1_000);
    private static final int MOST_TRAINED = 10_000;

    private Working() {}

    static Decision<ServiceCaseEvent> assign(ServiceCase state, String assignee, Occasion occasion) {
        return Codes.same(state.course().assignee(), assignee)
                ? unchanged()
                : unresolved(state)
                        .text("/assignee", assignee, ASSIGNEE_MISSING)
                        .accept(() ->
                                new ServiceCaseAssigned(assignee, occasion.who().name()));
    }

    static Decision<ServiceCaseEvent> start(ServiceCase state, Occasion occasion) {
        return switch (state.course().stage()) {
            case OPENED -> refused(CASE_NOT_ASSIGNED);
            case ASSIGNED -> accepted(new ServiceCaseStarted(occasion.who().name(), occasion.today()));
            case IN_PROGRESS -> unchanged();
            case RESOLVED -> refused(CASE_RESOLVED);
            case CONFIRMED -> refused(CASE_CONFIRMED);
        };
    }

    static Decision<ServiceCaseEvent> render(ServiceCase state, RecordService render, Occasion occasion) {
        var today = occasion.today();
        var on = Objects.requireNonNullElse(render.on(), today);
        var service = new ServiceRendered(
                on,
                render.work(),
                render.hours(),
                render.trained(),
                occasion.who().name());
        return state.course().current().contains(service)
                ? unchanged()
                : begun(state)
                        .text("/work", render.work())
                        .notAfter("/on", on, today)
                        .within(NEAR, "/on", on, today)
                        // a day earlier where the day of the deployment begins before that of the clock
                        .that(
                                !on.isBefore(state.opened()
                                        .openedAt()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .minusDays(1)),
                                "/on",
                                SERVICE_BEFORE_OPENING)
                        .that(isPlausible(render.hours()), "/hours", HOURS_IMPLAUSIBLE)
                        .that(isPlausible(render.trained(), state.opened().kind()), "/trained", TRAINED_IMPLAUSIBLE)
                        .accept(() -> service);
    }

    private static boolean isPlausible(@Nullable BigDecimal hours) {
        return hours == null || (hours.signum() >= 0 && hours.compareTo(MOST_HOURS) <= 0 && hours.scale() <= 2);
    }

    private static boolean isPlausible(@Nullable Integer trained, CaseKind kind) {
        return trained == null
                ? kind != CaseKind.TRAINING
                : kind == CaseKind.TRAINING && trained >= 1 && trained <= MOST_TRAINED;
    }

    static Decision<ServiceCaseEvent> resolve(ServiceCase state, String solution, Occasion occasion) {
        var before = state.course().resolution();
        if (before != null && before.solution().equals(solution)) {
            return unchanged();
        }
        return begun(state)
                .that(
                        !state.opened().kind().isRendered()
                                || !state.course().current().isEmpty(),
                        SERVICE_NOT_RENDERED)
                .text("/solution", solution)
                .accept(() -> new ServiceCaseResolved(
                        solution, occasion.today(), occasion.who().name()));
    }

    static Decision<ServiceCaseEvent> breach(ServiceCase state, Deadline deadline) {
        return state.awaits(deadline)
                ? accepted(new ServiceDeadlineBreached(deadline, state.opened().owner()))
                : unchanged();
    }

    private static Checks begun(ServiceCase state) {
        return unresolved(state).that(state.course().stage() == Stage.IN_PROGRESS, CASE_NOT_STARTED);
    }

    private static Checks unresolved(ServiceCase state) {
        return check().that(state.course().stage() != Stage.CONFIRMED, CASE_CONFIRMED)
                .that(state.course().stage() != Stage.RESOLVED, CASE_RESOLVED);
    }
}
