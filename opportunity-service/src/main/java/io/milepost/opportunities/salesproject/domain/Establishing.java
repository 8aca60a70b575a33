package io.milepost.opportunities.salesproject.domain;

import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.ATI_ALREADY_DECIDED;
import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.CHARTER_ALREADY_APPROVED;
import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.CHARTER_INCOMPLETE;
import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.CHARTER_MISSING;
import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.DECIDED_BEFORE_SUBMITTED;
import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.DECIDER_IS_SUBMITTER;
import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.FEASIBILITY_INCOMPLETE;
import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.NOT_PREPARED;
import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.NOT_UNDER_ATI;
import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.PREPARATION_INCOMPLETE;
import static io.milepost.opportunities.salesproject.domain.EstablishmentRefusal.UNDER_ATI;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.DAY_IN_FUTURE;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.REASON_MISSING;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.SALES_PROJECT_ENDED;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.salesproject.domain.SalesProject.Ended;
import io.milepost.opportunities.salesproject.domain.SalesProject.Established;
import io.milepost.opportunities.salesproject.domain.SalesProject.InPreparation;
import io.milepost.opportunities.salesproject.domain.SalesProject.Known;
import io.milepost.opportunities.salesproject.domain.SalesProject.Prepared;
import io.milepost.opportunities.salesproject.domain.SalesProject.Preparing;
import io.milepost.opportunities.salesproject.domain.SalesProject.Returned;
import io.milepost.opportunities.salesproject.domain.SalesProject.TurnedDown;
import io.milepost.opportunities.salesproject.domain.SalesProject.UnderAti;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.ApproveCharter;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.AssessFeasibility;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.DecideAti;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.DraftAppointment;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.DraftCharter;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.PreparationCommand;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.RejectCharter;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiApproved;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiRejected;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiReturned;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiSubmitted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.CharterApproved;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.CharterDrafted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.CharterRejected;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.EstablishmentPrepared;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.FeasibilityAssessed;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.PreparationEvent;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.TeamAppointmentDrafted;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the charter to the ATI decision. */
final class Establishing {

    private Establishing() {}

    static Decision<SalesProjectEvent> prepare(Known project, PreparationCommand command, String actor) {
        return switch (project) {
            case InPreparation open -> prepare(open.preparation(), command, actor);
            case UnderAti _ -> refused(UNDER_ATI);
            case Established _ -> refused(ATI_ALREADY_DECIDED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    /** The checkpoint, which refuses with what is missing; what was returned is not submitted again as it is. */
    static Decision<SalesProjectEvent> complete(Known project, LocalDate today) {
        return switch (project) {
            case Prepared _ -> unchanged();
            case Preparing preparing -> complete(preparing.preparation().missing(), today);
            case Returned returned -> {
                var missing = new ArrayList<>(returned.preparation().missing());
                missing.add("REWORK");
                yield complete(missing, today);
            }
            case UnderAti _ -> refused(UNDER_ATI);
            case Established _ -> refused(ATI_ALREADY_DECIDED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    static Decision<SalesProjectEvent> submit(Known project, Occasion occasion) {
        return switch (project) {
            case Prepared _ -> accepted(new AtiSubmitted(occasion.actor(), occasion.today()));
            case Preparing _, Returned _ -> refused(NOT_PREPARED);
            case UnderAti _ -> unchanged();
            case Established _ -> refused(ATI_ALREADY_DECIDED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    /** Gate G06. */
    static Decision<SalesProjectEvent> decide(Known project, DecideAti decide, Occasion occasion) {
        return switch (project) {
            case UnderAti under -> decide(under.submitted(), decide, occasion);
            case Returned(var _, var _, var returned)
            when decide.decision() == AtiDecision.RETURNED ->
                decideAgain(decide, returned.decidedOn(), returned.reason());
            case InPreparation _ -> refused(NOT_UNDER_ATI);
            case Established established
            when decide.decision() == AtiDecision.APPROVED -> {
                var approved = established.authorization().decision();
                yield decideAgain(decide, approved.decidedOn(), approved.reason());
            }
            case Established _ -> refused(ATI_ALREADY_DECIDED);
            case TurnedDown(var _, var rejected)
            when decide.decision() == AtiDecision.REJECTED ->
                decideAgain(decide, rejected.decidedOn(), rejected.reason());
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    private static Decision<SalesProjectEvent> decideAgain(DecideAti decide, LocalDate decidedOn, String reason) {
        return decide.reason().equals(reason)
                        && (decide.decidedOn() == null || decide.decidedOn().equals(decidedOn))
                ? unchanged()
                : Decision.refused(
                        ATI_ALREADY_DECIDED, "it is decided so already, on another day or for another reason");
    }

    private static Decision<SalesProjectEvent> decide(AtiSubmitted submitted, DecideAti decide, Occasion occasion) {
        var by = occasion.actor();
        var on = Objects.requireNonNullElse(decide.decidedOn(), occasion.today());
        var reason = decide.reason();
        if (by.equals(submitted.submittedBy())) {
            return refused(DECIDER_IS_SUBMITTER);
        }
        if (reason.isBlank()) {
            return refused(REASON_MISSING).at("/reason");
        }
        if (on.isAfter(occasion.today())) {
            return refused(DAY_IN_FUTURE).at("/decidedOn");
        }
        if (on.isBefore(submitted.submittedOn())) {
            return refused(DECIDED_BEFORE_SUBMITTED).at("/decidedOn");
        }
        return accepted(
                switch (decide.decision()) {
                    case APPROVED -> new AtiApproved(by, on, reason);
                    case RETURNED -> new AtiReturned(by, on, reason);
                    case REJECTED -> new AtiRejected(by, on, reason);
                });
    }

    private static Decision<SalesProjectEvent> prepare(
            Preparation preparation, PreparationCommand command, String actor) {
        return switch (command) {
            case DraftCharter draft -> draft(preparation, draft);
            case ApproveCharter(var note) -> {
                if (preparation.charter() == null) {
                    yield refused(CHARTER_MISSING);
                }
                yield approve(preparation.approval(), note, actor);
            }
            case RejectCharter(var reason) -> {
                if (preparation.charter() == null) {
                    yield refused(CHARTER_MISSING);
                }
                yield reason.isBlank()
                        ? refused(REASON_MISSING).at("/reason")
                        : change(preparation.rejection(), new CharterRejected(actor, reason));
            }
            case AssessFeasibility assess -> assess(preparation, assess);
            case DraftAppointment(var members) -> {
                var fault = TeamPolicy.faultOfDraft(members);
                yield fault.isPresent()
                        ? fault.get()
                        : change(preparation.appointment(), new TeamAppointmentDrafted(members));
            }
        };
    }

    private static Decision<SalesProjectEvent> approve(
            @Nullable CharterApproved stands, @Nullable String note, String actor) {
        if (stands == null) {
            return accepted(new CharterApproved(actor, note));
        }
        return note == null || note.equals(stands.note())
                ? unchanged()
                : refused(CHARTER_ALREADY_APPROVED).at("/note");
    }

    private static Decision<SalesProjectEvent> draft(Preparation preparation, DraftCharter draft) {
        if (draft.name().isBlank()) {
            return refused(CHARTER_INCOMPLETE).at("/name");
        }
        if (draft.salesGoal().isBlank()) {
            return refused(CHARTER_INCOMPLETE).at("/salesGoal");
        }
        if (draft.scope().isBlank()) {
            return refused(CHARTER_INCOMPLETE).at("/scope");
        }
        if (draft.expectedOutcome().isBlank()) {
            return refused(CHARTER_INCOMPLETE).at("/expectedOutcome");
        }
        return change(
                preparation.charter(),
                new CharterDrafted(
                        draft.name(),
                        draft.salesGoal(),
                        draft.targetMarket(),
                        draft.marketShareGain(),
                        draft.positioning(),
                        draft.scope(),
                        draft.expectedOutcome()));
    }

    private static Decision<SalesProjectEvent> assess(Preparation preparation, AssessFeasibility assess) {
        if (assess.feasibility().isBlank()) {
            return refused(FEASIBILITY_INCOMPLETE).at("/feasibility");
        }
        if (assess.necessity().isBlank()) {
            return refused(FEASIBILITY_INCOMPLETE).at("/necessity");
        }
        if (assess.people().isBlank()) {
            return refused(FEASIBILITY_INCOMPLETE).at("/people");
        }
        if (assess.equipment().isBlank()) {
            return refused(FEASIBILITY_INCOMPLETE).at("/equipment");
        }
        if (assess.funds().isBlank()) {
            return refused(FEASIBILITY_INCOMPLETE).at("/funds");
        }
        return change(
                preparation.feasibility(),
                new FeasibilityAssessed(
                        assess.feasibility(), assess.necessity(), assess.people(), assess.equipment(), assess.funds()));
    }

    private static Decision<SalesProjectEvent> complete(List<String> missing, LocalDate today) {
        return missing.isEmpty()
                ? accepted(new EstablishmentPrepared(today))
                : Decision.refused(PREPARATION_INCOMPLETE, "the preparation still lacks " + String.join(", ", missing));
    }

    private static Decision<SalesProjectEvent> change(@Nullable PreparationEvent stands, PreparationEvent wanted) {
        return wanted.equals(stands) ? unchanged() : accepted(wanted);
    }

    private static Refused<SalesProjectEvent> refused(Refusal reason) {
        return Decision.refused(reason);
    }
}
