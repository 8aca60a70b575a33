package io.milepost.leads.lead;

import io.milepost.leads.account.Account;
import io.milepost.leads.assignmentpolicy.AssignmentPolicy;
import io.milepost.leads.followuppolicy.FollowUpPolicy;
import io.milepost.leads.kernel.Duties;
import io.milepost.leads.lead.Lead.*;
import io.milepost.leads.lead.LeadEvent.FollowUpRule;
import io.milepost.leads.scoringpolicy.ScoringPolicy;
import io.milepost.platform.decision.Occasion;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a lead is told of the other entities that its commands read. */
final class LeadReadsCatalogue {

    private LeadReadsCatalogue() {}

    /** Who follows a lead up: its owner. While nobody owns it, be it in the pool or a team's, whoever has the role may. */
    static Collection<String> holders(@Nullable Lead lead, Occasion occasion) {
        return lead == null ? List.of() : Duties.orManager(lead.owner(), occasion);
    }

    static FollowUpRule followUp(FollowUpPolicy policy) {
        return new FollowUpRule(policy.businessUnit(), policy.version(), policy.inForce());
    }

    static Ruling.OtherLead other(Lead lead) {
        return new Ruling.OtherLead(lead instanceof InRegister, lead instanceof Ended);
    }

    static Assignment.Rules rules(AssignmentPolicy policy) {
        return new Assignment.Rules(
                policy.version(),
                policy.lines().stream().map(LeadReadsCatalogue::line).toList());
    }

    private static Assignment.Line line(AssignmentPolicy.Line line) {
        return new Assignment.Line(
                line.channel(),
                line.region(),
                line.segment(),
                line.to() == AssignmentPolicy.AssigneeKind.TEAM,
                line.assignee());
    }

    static Weighing.Scale scale(ScoringPolicy policy) {
        return new Weighing.Scale(
                policy.version(),
                policy.criteria().stream()
                        .map(criterion -> new Weighing.Weight(criterion.code(), criterion.weight()))
                        .toList());
    }

    static Referring.Referrer referrer(Account account) {
        return new Referring.Referrer(
                account.isCustomer(),
                account.contacts().stream().map(Account.Contact::contactId).toList());
    }
}
