package io.milepost.opportunities.stakeholder;

import static io.milepost.opportunities.stakeholder.Stakeholder.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.stakeholder.Stakeholder.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.UUID;

/** How stakeholders are registered, and their network is mapped. */
final class Mapping {

    private Mapping() {}

    static Decision<Event> register(RegisterStakeholder register, Occasion occasion) {
        var team = occasion.read(ProjectTeam.class).orElse(null);
        if (team == null) {
            return refusedAt("/salesProjectId", SALES_PROJECT_MISSING);
        }
        boolean ours = register.side() == Side.OURS;
        var profile = register.profile();
        var checks = check().that(!team.hasEnded(), SALES_PROJECT_AT_END)
                .that(ours || register.name() != null, "/name", NAME_MISSING)
                .text("/name", register.name(), NAME_MISSING)
                .that(!ours || (register.member() != null && register.name() == null), "/member", MEMBER_MISSING)
                .that(ours || register.member() == null, "/member", MEMBER_OF_ANOTHER_SIDE)
                .text("/member", register.member(), MEMBER_MISSING);
        return checkProfile(checks, profile)
                .accept(() -> new StakeholderRegistered(
                        register.salesProjectId(),
                        team.owner(),
                        register.side(),
                        register.name(),
                        register.member(),
                        register.contactId(),
                        profile.influence(),
                        profile.position(),
                        profile.needs(),
                        profile.expectations()));
    }

    static Decision<Event> decide(Stakeholder known, Command command, Occasion occasion) {
        var left = known.left();
        if (left != null) {
            return command instanceof MarkStakeholderLeft(var reason) && occasion.isSame(left.reason(), reason)
                    ? unchanged()
                    : refused(STAKEHOLDER_LEFT);
        }
        return switch (command) {
            case ChangeStakeholder(var profile) -> change(known, profile, occasion);
            case AssessStakeholder assess -> assess(known, assess, occasion);
            case TieStakeholder(var other, var nature) -> tie(known, other, nature, occasion);
            case UntieStakeholder(var other, var nature) ->
                known.ties().contains(new Tie(other, nature))
                        ? accepted(new StakeholderUntied(known.salesProject(), other, nature))
                        : unchanged();
            case MarkStakeholderLeft(var reason) ->
                check().reason("/reason", reason)
                        .accept(() -> new StakeholderLeft(known.salesProject(), reason, occasion.today()));
        };
    }

    private static Decision<Event> change(Stakeholder known, Profile profile, Occasion occasion) {
        return checkProfile(check(), profile)
                .then(() -> occasion.isSame(known.profile(), profile)
                        ? unchanged()
                        : accepted(new StakeholderChanged(
                                known.salesProject(),
                                profile.influence(),
                                profile.position(),
                                profile.needs(),
                                profile.expectations())));
    }

    private static Decision<Event> assess(Stakeholder known, AssessStakeholder assess, Occasion occasion) {
        return check().text("/basis", assess.basis()).then(() -> {
            var assessed = new StakeholderAssessed(
                    known.salesProject(),
                    assess.stance(),
                    assess.trust(),
                    assess.basis(),
                    occasion.today(),
                    occasion.who().name());
            return occasion.isSame(known.assessed(), assessed) ? unchanged() : accepted(assessed);
        });
    }

    private static Decision<Event> tie(Stakeholder known, UUID other, Nature nature, Occasion occasion) {
        if (known.ties().contains(new Tie(other, nature))) {
            return unchanged();
        }
        boolean ofProject = occasion.read(Other.class)
                .filter(read -> read.salesProjectId().equals(known.salesProject()))
                .isPresent();
        return check().that(!other.equals(occasion.id()), "/otherId", TIE_TO_ITSELF)
                .that(ofProject, "/otherId", OTHER_UNKNOWN)
                .that(known.ties().size() < Stakeholder.MOST_TIES, TIES_FULL)
                .accept(() -> new StakeholderTied(known.salesProject(), other, nature));
    }

    private static Checks checkProfile(Checks checks, Profile profile) {
        return checks.text("/profile/position", profile.position())
                .text("/profile/needs", profile.needs())
                .text("/profile/expectations", profile.expectations());
    }
}
