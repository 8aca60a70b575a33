package io.milepost.delivery.servicecase;

import static io.milepost.delivery.servicecase.ServiceCase.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.kernel.Satisfaction;
import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicecase.ServiceCaseEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the customer says of a case: that it is done, that it is not, what they would like besides. */
final class Answering {
    private Answering() {}

    static Decision<ServiceCaseEvent> confirm(ServiceCase state, ConfirmCase confirm, Occasion occasion) {
        var key = occasion.digest("feedback").orElse(null);
        return switch (state.course().stage()) {
            case OPENED, ASSIGNED, IN_PROGRESS -> refused(CASE_NOT_RESOLVED);
            case CONFIRMED ->
                isSame(state.course().confirmation(), confirm, key) ? unchanged() : refused(CASE_CONFIRMED);
            case RESOLVED ->
                Satisfaction.check(
                                check().that(!isSolver(state, occasion), CONFIRMED_BY_SOLVER),
                                "/satisfaction",
                                confirm.satisfaction())
                        .text("/feedback", confirm.feedback())
                        .accept(() -> new ServiceCaseConfirmed(
                                state.opened().accountId(),
                                state.opened().contractId(),
                                confirm.satisfaction(),
                                confirm.feedback(),
                                occasion.today(),
                                key));
        };
    }

    /** What somebody says of their own work is not what the customer says of it. */
    private static boolean isSolver(ServiceCase state, Occasion occasion) {
        var resolution = state.course().resolution();
        return resolution != null && occasion.who().isMember(resolution.by());
    }

    private static boolean isSame(@Nullable ServiceCaseConfirmed before, ConfirmCase confirm, @Nullable String key) {
        return before != null
                && Objects.equals(before.satisfaction(), confirm.satisfaction())
                && Objects.equals(before.feedbackKey(), key);
    }

    static Decision<ServiceCaseEvent> reopen(ServiceCase state, String reason, Occasion occasion) {
        return switch (state.course().stage()) {
            case OPENED, ASSIGNED, IN_PROGRESS -> refused(CASE_NOT_RESOLVED);
            case CONFIRMED -> refused(CASE_CONFIRMED);
            case RESOLVED ->
                check().reason("/reason", reason).accept(() -> new ServiceCaseReopened(reason, occasion.effectiveAt()));
        };
    }

    /** A need may be noticed at any time, also long after the case is done. */
    static Decision<ServiceCaseEvent> noteNeed(ServiceCase state, String need, Occasion occasion) {
        var key = occasion.digest("need").orElse(null);
        return key != null && state.needs().contains(key)
                ? unchanged()
                : check().text("/need", need)
                        .accept(() -> new CaseNeedFound(
                                state.opened().accountId(),
                                state.opened().contractId(),
                                need,
                                occasion.who().name(),
                                key));
    }
}
