package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.Level;
import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** How much weight a project has, and which departments other than sales take part in it. */
final class Involving {

    private Involving() {}

    /** What is under decision stays as it was submitted. What a running project owes can only grow. */
    static Decision<SalesProjectEvent> classify(SalesProject project, String code) {
        return switch (project) {
            case InPreparation _, Established _ ->
                Pursuit.level(project.proposed().pursuit(), code)
                        .map(level -> classify(project, level))
                        .orElseGet(() -> refusedAt("/level", LEVEL_UNKNOWN));
            case UnderAti _ -> refused(UNDER_ATI);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    private static Decision<SalesProjectEvent> classify(SalesProject project, Level level) {
        var classified = new SalesProjectClassified(level.code(), level.owes());
        var before = project.setting().level();
        if (classified.equals(before)) {
            return unchanged();
        }
        return before != null && project.isKickedOff() && !level.owes().containsAll(before.owes())
                ? refusedAt("/level", LEVEL_OWES_LESS)
                : accepted(classified);
    }

    static Decision<SalesProjectEvent> involve(
            SalesProject project, List<Participant> participants, Occasion occasion) {
        if (project instanceof Ended || project.isReleased()) {
            return refused(SALES_PROJECT_ENDED);
        }
        var involved = new DepartmentsInvolved(participants);
        return Launching.checkLeaving(
                        checkParticipants(participants), leaving(project, participants), "/participants", occasion)
                .then(() -> participants.equals(project.setting().participants()) ? unchanged() : accepted(involved));
    }

    private static Checks checkParticipants(List<Participant> participants) {
        var checks = check();
        var taken = new HashSet<String>();
        for (int i = 0; i < participants.size(); i++) {
            var participant = participants.get(i);
            var pointer = "/participants/" + i;
            var code = Codes.canonical(participant.member());
            checks = checks.text(pointer + "/member", participant.member(), PARTICIPANT_INCOMPLETE)
                    .text(pointer + "/contribution", participant.contribution(), PARTICIPANT_INCOMPLETE)
                    .that(taken.add(participant.department() + " " + code), pointer + "/member", PARTICIPANT_REPEATED);
        }
        return checks;
    }

    /** Who takes part and would not any more, in the canonical spelling; the team and whoever owns the deal stay in any case. */
    static List<String> leaving(SalesProject project, List<Participant> participants) {
        var staying = participants.stream()
                .map(participant -> Codes.canonical(participant.member()))
                .collect(Collectors.toSet());
        staying.add(Codes.canonical(project.proposed().owner()));
        Launching.members(project).forEach(member -> staying.add(Codes.canonical(member.member())));
        return project.setting().participants().stream()
                .map(participant -> Codes.canonical(participant.member()))
                .filter(code -> !staying.contains(code))
                .distinct()
                .toList();
    }
}
