package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.kernel.Channel;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.TeamName;
import io.milepost.leads.lead.Lead.*;
import io.milepost.leads.lead.LeadCommand.AssignLead;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has a lead: one of the own sales staff, or a team that somebody is posted to. An owner of before that was asked stays. */
final class Assignment {
    /**
     * The version of an assignment policy that is in force.
     *
     * @param lines in the order in which they are tried
     */
    record Rules(int version, List<Line> lines) {
        Rules {
            lines = List.copyOf(lines);
        }
    }

    /**
     * To whom leads go that fit; what is absent fits all.
     *
     * @param assignee code of a member, or name of a team
     */
    record Line(
            @Nullable Channel channel,
            @Nullable String region,
            @Nullable String segment,
            boolean isTeam,
            String assignee) {
        private boolean fits(Entry entry) {
            var origin = entry.origin();
            return (channel == null || channel == origin.channel())
                    && (region == null || Codes.same(region, origin.region()))
                    && (segment == null || Codes.same(segment, entry.segment()));
        }
    }

    private Assignment() {}

    static Decision<LeadEvent> assign(Lead lead, AssignLead assign, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Open open -> assign(open.entry(), assign, occasion);
        };
    }

    private static Decision<LeadEvent> assign(Entry entry, AssignLead assign, Occasion occasion) {
        var team = assign.team();
        if (team != null) {
            return Codes.same(team, entry.holder().team()) && assign.owner() == null
                    ? unchanged()
                    : check().that(assign.owner() == null, "/owner", ASSIGNEE_AMBIGUOUS)
                            .text("/team", team)
                            .that(TeamName.isKnown(team, occasion), "/team", TEAM_UNKNOWN)
                            .accept(() -> toTeam(entry, team, null, occasion));
        }
        var owner = assign.owner() == null ? "" : assign.owner();
        return Codes.same(owner, entry.owner())
                ? unchanged()
                : check().owner("/owner", owner)
                        .that(MemberCode.holderOf(owner, occasion).isPresent(), "/owner", OWNER_UNKNOWN)
                        .accept(() -> toMember(entry, owner, null, occasion));
    }

    static Decision<LeadEvent> assignByRule(Lead lead, UUID policyId, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Open open ->
                occasion.read(Rules.class)
                        .map(rules -> assignByRule(open.entry(), policyId, rules, occasion))
                        .orElseGet(() -> refusedAt("/policyId", POLICY_UNKNOWN));
        };
    }

    private static Decision<LeadEvent> assignByRule(Entry entry, UUID policyId, Rules rules, Occasion occasion) {
        for (int index = 0; index < rules.lines().size(); index++) {
            var line = rules.lines().get(index);
            if (line.fits(entry)) {
                var rule = new AppliedRule(policyId, rules.version(), index + 1);
                return assign(entry, line, rule, occasion);
            }
        }
        return refused(NO_RULE_FITS);
    }

    private static Decision<LeadEvent> assign(Entry entry, Line line, AppliedRule rule, Occasion occasion) {
        var assignee = line.assignee();
        var before = entry.holder();
        if (Codes.same(assignee, line.isTeam() ? before.team() : before.owner())) {
            return unchanged();
        }
        return accepted(
                line.isTeam() ? toTeam(entry, assignee, rule, occasion) : toMember(entry, assignee, rule, occasion));
    }

    private static LeadAssigned toMember(Entry entry, String owner, @Nullable AppliedRule rule, Occasion occasion) {
        return new LeadAssigned(owner, entry.owner(), nextActionOn(entry, occasion), rule);
    }

    private static LeadAssignedToTeam toTeam(Entry entry, String team, @Nullable AppliedRule rule, Occasion occasion) {
        var before = entry.holder();
        return new LeadAssignedToTeam(team, before.owner(), before.team(), nextActionOn(entry, occasion), rule);
    }

    /** A day to come stays, whoever has the lead. */
    private static LocalDate nextActionOn(Entry entry, Occasion occasion) {
        var known = entry.followUp();
        return known == null || known.nextActionOn().isBefore(occasion.today())
                ? occasion.today().plusDays(entry.deadlines().firstContact())
                : known.nextActionOn();
    }
}
