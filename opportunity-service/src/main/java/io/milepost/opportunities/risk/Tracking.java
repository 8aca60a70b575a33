package io.milepost.opportunities.risk;

import static io.milepost.opportunities.risk.Risk.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.ReviewRhythm;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.risk.Risk.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a risk is recorded and watched. */
final class Tracking {

    private Tracking() {}

    static Decision<Event> identify(IdentifyRisk identify, Occasion occasion) {
        var team = occasion.read(ProjectTeam.class).orElse(null);
        if (team == null) {
            return refusedAt("/salesProjectId", SALES_PROJECT_MISSING);
        }
        var owner = Objects.requireNonNullElseGet(identify.owner(), () -> answering(identify, team));
        var response = identify.response();
        return measured(response)
                .that(!team.hasEnded(), SALES_PROJECT_AT_END)
                .text("/statement", identify.statement())
                .text("/cause", identify.cause())
                .that(response != null || team.phase() != Phase.PREPARING, "/response", RESPONSE_MISSING)
                .that(team.knows(owner), "/owner", OWNER_NOT_IN_TEAM)
                .then(() -> checkNext("/reviewOn", identify.reviewOn(), occasion)
                        .accept(() -> new RiskIdentified(
                                identify.salesProjectId(),
                                identify.element(),
                                identify.statement(),
                                identify.cause(),
                                identify.rating(),
                                identify.rating().exposure(),
                                response,
                                owner,
                                ReviewRhythm.latest(identify.reviewOn(), occasion),
                                occasion.today(),
                                occasion.who().name())));
    }

    /** Who answers for the element tracks what concerns it, the director what concerns the project; whose deal it is, until there is a team. */
    private static String answering(IdentifyRisk identify, ProjectTeam team) {
        var element = identify.element();
        return team.holder(element == null ? Responsible.PD : element.responsible())
                .orElse(team.owner());
    }

    static Decision<Event> decide(Risk risk, Command command, Occasion occasion) {
        var team = occasion.read(ProjectTeam.class);
        return switch (command) {
            case AssignRiskOwner(var owner) -> assign(risk, owner, team);
            case PlanResponse(var response) -> plan(risk, response, occasion);
            case ReviewRisk review -> review(risk, review, occasion);
            case MarkRiskOccurred mark -> occur(risk, mark, occasion);
            case CloseRisk(var outcome) -> close(risk, outcome, occasion);
            case FollowRiskPlan(var days) -> follow(risk, days);
            case MissReview(var day) -> miss(risk, day, team, occasion);
        };
    }

    private static Decision<Event> assign(Risk risk, String owner, Optional<ProjectTeam> team) {
        if (!risk.isOpen()) {
            return refused(RISK_CLOSED);
        }
        return check().owner("/owner", owner)
                .that(team.isEmpty() || team.get().knows(owner), "/owner", OWNER_NOT_IN_TEAM)
                .then(() -> Codes.same(owner, risk.owner())
                        ? unchanged()
                        : accepted(new RiskOwnerAssigned(risk.salesProject(), owner, risk.owner())));
    }

    private static Decision<Event> plan(Risk risk, Response response, Occasion occasion) {
        if (!risk.isOpen()) {
            return refused(RISK_CLOSED);
        }
        return measured(response)
                .then(() -> response.equals(risk.response())
                        ? unchanged()
                        : accepted(new RiskResponsePlanned(
                                risk.salesProject(), response, occasion.who().name())));
    }

    private static Decision<Event> review(Risk risk, ReviewRisk review, Occasion occasion) {
        if (!risk.isOpen()) {
            return refused(RISK_CLOSED);
        }
        return checkNext("/nextOn", review.nextOn(), occasion)
                .text("/finding", review.finding())
                .then(() -> {
                    var reviewed = new RiskReviewed(
                            risk.salesProject(),
                            review.rating(),
                            review.rating().exposure(),
                            review.finding(),
                            ReviewRhythm.latest(review.nextOn(), occasion),
                            occasion.today(),
                            occasion.who().name());
                    return reviewed.equals(risk.review()) ? unchanged() : accepted(reviewed);
                });
    }

    private static Decision<Event> occur(Risk risk, MarkRiskOccurred mark, Occasion occasion) {
        var noted = risk.occurred();
        if (noted != null) {
            return noted.occurredOn().equals(mark.occurredOn())
                            && noted.consequence().equals(mark.consequence())
                    ? unchanged()
                    : refused(RISK_ALREADY_OCCURRED);
        }
        if (!risk.isOpen()) {
            return refused(RISK_CLOSED);
        }
        return check().notAfter("/occurredOn", mark.occurredOn(), occasion.today())
                .within(NEAR, "/occurredOn", mark.occurredOn(), occasion.today())
                .text("/consequence", mark.consequence())
                .accept(() -> new RiskOccurred(
                        risk.salesProject(),
                        risk.owner(),
                        mark.occurredOn(),
                        mark.consequence(),
                        occasion.who().name()));
    }

    private static Decision<Event> close(Risk risk, String outcome, Occasion occasion) {
        var end = risk.end();
        if (end != null) {
            return outcome.equals(end.outcome()) ? unchanged() : refused(RISK_CLOSED);
        }
        return check().text("/outcome", outcome)
                .accept(() -> new RiskClosed(
                        risk.salesProject(),
                        outcome,
                        occasion.today(),
                        occasion.who().name()));
    }

    /** Counted from when somebody looked at it last; that day may have passed, and then the review is missed at once. One that is missed already is told once. */
    private static Decision<Event> follow(Risk risk, int days) {
        var last = risk.seenOn().plusDays(days);
        return risk.isOpen() && !risk.overdue() && last.isBefore(risk.reviewOn())
                ? accepted(new RiskReviewMoved(risk.salesProject(), last, risk.reviewOn()))
                : unchanged();
    }

    /** One of a project that has ended lapses instead of being missed. */
    private static Decision<Event> miss(Risk risk, LocalDate day, Optional<ProjectTeam> team, Occasion occasion) {
        if (!risk.isOpen()
                || risk.overdue()
                || !risk.reviewOn().equals(day)
                || !occasion.today().isAfter(day)) {
            return unchanged();
        }
        return team.filter(ProjectTeam::hasEnded).isPresent()
                ? accepted(new RiskClosed(
                        risk.salesProject(),
                        null,
                        occasion.today(),
                        occasion.who().name()))
                : accepted(new RiskReviewMissed(risk.salesProject(), risk.owner(), day));
    }

    private static Checks measured(@Nullable Response response) {
        return check().text("/response/measure", response == null ? null : response.measure(), TEXT_MISSING);
    }

    private static Checks checkNext(String pointer, LocalDate day, Occasion occasion) {
        return check().that(!day.isBefore(occasion.today()), pointer, REVIEW_IN_PAST)
                .within(NEAR, pointer, day, occasion.today());
    }
}
