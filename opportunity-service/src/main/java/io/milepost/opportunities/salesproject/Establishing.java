package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.DOCUMENT_NOT_IN_EFFECT;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.RiskTags;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the charter to the ATI decision. */
final class Establishing {
    /** The kind of document that a charter is. */
    private static final String CHARTER = "project-charter";

    private Establishing() {}

    static Decision<SalesProjectEvent> prepare(SalesProject project, PreparationCommand command, Occasion occasion) {
        return switch (project) {
            case InPreparation _ when project.isReleased() -> refused(SALES_PROJECT_ENDED);
            case InPreparation open -> prepare(open, command, occasion);
            case UnderAti _ -> refused(UNDER_ATI);
            case Established _ -> refused(ATI_ALREADY_DECIDED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    private static Decision<SalesProjectEvent> prepare(
            InPreparation open, PreparationCommand command, Occasion occasion) {
        var preparation = open.preparation();
        return switch (command) {
            case DraftCharter draft -> draft(preparation, draft);
            case ApproveCharter approve -> approve(preparation.approval(), approve, occasion);
            case RejectCharter _ when preparation.charter() == null -> refused(CHARTER_MISSING);
            case RejectCharter(var reason) ->
                check().reason("/reason", reason)
                        .then(() -> change(
                                preparation.rejection(),
                                new CharterRejected(occasion.who().name(), reason)));
            case AssessFeasibility assess -> assess(preparation, assess);
            case DraftAppointment(var members) ->
                Launching.checkLeaving(
                                Launching.checkMembers(
                                        check().that(!members.isEmpty(), "/members", TEAM_INCOMPLETE), members),
                                open,
                                members,
                                occasion)
                        .then(() -> change(preparation.appointment(), new TeamAppointmentDrafted(members)));
        };
    }

    private static Decision<SalesProjectEvent> draft(Preparation preparation, DraftCharter draft) {
        return check().text("/name", draft.name(), CHARTER_INCOMPLETE)
                .text("/salesGoal", draft.salesGoal(), CHARTER_INCOMPLETE)
                .text("/scope", draft.scope(), CHARTER_INCOMPLETE)
                .text("/expectedOutcome", draft.expectedOutcome(), CHARTER_INCOMPLETE)
                .then(() -> change(
                        preparation.charter(),
                        new CharterDrafted(
                                draft.name(),
                                draft.salesGoal(),
                                draft.targetMarket(),
                                draft.marketShareGain(),
                                draft.positioning(),
                                draft.scope(),
                                draft.expectedOutcome())));
    }

    private static Decision<SalesProjectEvent> approve(
            @Nullable CharterApproved stands, ApproveCharter approve, Occasion occasion) {
        var charter = NeededDocument.inEffect(occasion, approve.documentId(), CHARTER, occasion.id());
        var note = approve.note();
        if (charter == null) {
            return refusedAt("/documentId", DOCUMENT_NOT_IN_EFFECT);
        }
        if (stands == null || !charter.equals(stands.document())) {
            return accepted(new CharterApproved(occasion.who().name(), note, charter));
        }
        return note == null || note.equals(stands.note()) ? unchanged() : refusedAt("/note", CHARTER_ALREADY_APPROVED);
    }

    private static Decision<SalesProjectEvent> assess(Preparation preparation, AssessFeasibility assess) {
        return check().text("/feasibility", assess.feasibility(), FEASIBILITY_INCOMPLETE)
                .text("/necessity", assess.necessity(), FEASIBILITY_INCOMPLETE)
                .text("/people", assess.people(), FEASIBILITY_INCOMPLETE)
                .text("/equipment", assess.equipment(), FEASIBILITY_INCOMPLETE)
                .text("/funds", assess.funds(), FEASIBILITY_INCOMPLETE)
                .then(() -> change(
                        preparation.feasibility(),
                        new FeasibilityAssessed(
                                assess.feasibility(),
                                assess.necessity(),
                                assess.people(),
                                assess.equipment(),
                                assess.funds())));
    }

    private static Decision<SalesProjectEvent> change(@Nullable PreparationEvent stands, PreparationEvent wanted) {
        return wanted.equals(stands) ? unchanged() : accepted(wanted);
    }

    /** The checkpoint, whose refusal says what is missing; what was returned cannot be submitted again as it is. */
    static Decision<SalesProjectEvent> complete(SalesProject project, Occasion occasion) {
        return switch (project) {
            case Prepared _ -> unchanged();
            case Preparing _ -> complete(missing(project, occasion), occasion.today());
            case Returned _ -> {
                var missing = missing(project, occasion);
                missing.add("REWORK");
                yield complete(missing, occasion.today());
            }
            case UnderAti _ -> refused(UNDER_ATI);
            case Established _ -> refused(ATI_ALREADY_DECIDED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    /** The register, which is apart, holds at least one risk or constraint. */
    private static List<String> missing(SalesProject project, Occasion occasion) {
        var missing = new ArrayList<>(project.missing());
        if (occasion.holderOf(RiskTags.OF, occasion.id().toString()).isEmpty()) {
            missing.add("RISK_RECORDED");
        }
        return missing;
    }

    private static Decision<SalesProjectEvent> complete(List<String> missing, LocalDate today) {
        return missing.isEmpty()
                ? accepted(new EstablishmentPrepared(today))
                : refused(PREPARATION_INCOMPLETE, "the preparation still lacks " + String.join(", ", missing));
    }

    static Decision<SalesProjectEvent> submit(SalesProject project, Occasion occasion) {
        return switch (project) {
            case Prepared _ -> accepted(new AtiSubmitted(occasion.who().name(), occasion.today()));
            case Preparing _, Returned _ -> refused(NOT_PREPARED);
            case UnderAti _ -> unchanged();
            case Established _ -> refused(ATI_ALREADY_DECIDED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    /** Gate G06. */
    static Decision<SalesProjectEvent> decide(SalesProject project, DecideAti decide, Occasion occasion) {
        return switch (project) {
            case UnderAti under -> decide(under, decide, occasion);
            case Returned(var _, var _, var returned)
            when decide.decision() == AtiDecision.RETURNED ->
                decideAgain(decide, returned.decidedOn(), returned.reason(), null, null);
            case InPreparation _ -> refused(NOT_UNDER_ATI);
            case Established established
            when decide.decision() == AtiDecision.APPROVED -> {
                var approved = established.authorization().decision();
                yield decideAgain(decide, approved.decidedOn(), approved.reason(), null, null);
            }
            case Established _ -> refused(ATI_ALREADY_DECIDED);
            case TurnedDown(var _, var rejected)
            when decide.decision() == AtiDecision.REJECTED ->
                decideAgain(decide, rejected.decidedOn(), rejected.reason(), rejected.cause(), rejected.lessons());
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    private static Decision<SalesProjectEvent> decide(UnderAti project, DecideAti decide, Occasion occasion) {
        var submitted = project.submitted();
        var director = project.projectTeam().holder(Responsible.PD).orElse(null);
        var by = occasion.who().name();
        var on = Objects.requireNonNullElse(decide.decidedOn(), occasion.today());
        var reason = decide.reason();
        if (occasion.who().is(submitted.submittedBy())) {
            return refused(DECIDER_IS_SUBMITTER);
        }
        return checkSaid(check().reason("/reason", reason), decide, occasion)
                .notAfter("/decidedOn", on, occasion.today())
                .that(!on.isBefore(submitted.submittedOn()), "/decidedOn", DECIDED_BEFORE_SUBMITTED)
                .accept(() -> switch (decide.decision()) {
                    case APPROVED -> new AtiApproved(by, on, reason, director);
                    case RETURNED -> new AtiReturned(by, on, reason, director);
                    case REJECTED -> new AtiRejected(by, on, reason, director, decide.cause(), decide.lessons());
                });
    }

    /** A rejection ends the deal, so people say of it what they say of any end. */
    private static Checks checkSaid(Checks checks, DecideAti decide, Occasion occasion) {
        if (decide.decision() != AtiDecision.REJECTED) {
            return checks.that(decide.cause() == null, "/cause", NOT_A_REJECTION)
                    .that(decide.lessons() == null, "/lessons", NOT_A_REJECTION);
        }
        return Ending.checkSaid(checks, decide.cause(), decide.lessons(), occasion);
    }

    private static Decision<SalesProjectEvent> decideAgain(
            DecideAti decide, LocalDate decidedOn, String reason, @Nullable EndCause cause, @Nullable String lessons) {
        return decide.reason().equals(reason)
                        && (decide.decidedOn() == null || decide.decidedOn().equals(decidedOn))
                        && decide.cause() == cause
                        && Objects.equals(decide.lessons(), lessons)
                ? unchanged()
                : refused(ATI_ALREADY_DECIDED, "this has been decided already, on another day or for another reason");
    }
}
