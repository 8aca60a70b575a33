package io.milepost.leads.lead;

import static io.milepost.leads.lead.Leads.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.lead.Assignment.Line;
import io.milepost.leads.lead.Assignment.Rules;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.Referring.Referrer;
import io.milepost.leads.lead.Ruling.OtherLead;
import io.milepost.leads.lead.Weighing.Scale;
import io.milepost.leads.lead.Weighing.Weight;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each command does to a lead in each status: the status afterwards, {@code =} where nothing changes, or why not. */
class LifeCycleTest {
    private static final UUID POLICY = new UUID(5, 5);

    /** Commands that are right in themselves. */
    private static final Map<String, LeadCommand> COMMANDS = Stream.of(
                    new CompleteLead(null, null, null, null, null, null, "three presses", null, null, null),
                    new RegisterLead(),
                    new DiscardLead("spam"),
                    new RuleDistinct("a brother"),
                    new MergeLead(OTHER, "one person"),
                    new ClaimCustomer("mine"),
                    new NoteClaim(OTHER, "mine", "lee"),
                    new DisputeAttribution(OTHER, "I met her first"),
                    new RuleAttribution(OTHER, "first"),
                    new AssignLead("lee", null),
                    new AssignByRule(POLICY),
                    new ScoreLead(POLICY, List.of(new Rating("size", 50))),
                    new SegmentLead("A"),
                    call("no answer", null),
                    new ScheduleFollowUp(NEXT.plusDays(1), null),
                    new MarkFollowUpOverdue(NEXT, null),
                    new MarkLeadDormant("moved"),
                    new LapseLead(NEXT),
                    new ReactivateLead(null),
                    new RecordReferral(ACCOUNT, null),
                    new GrantReferralBenefit("a dinner", null),
                    new QualifyLead(),
                    new DisqualifyLead("too small"),
                    CONVERT)
            .collect(Collectors.toMap(command -> command.getClass().getSimpleName(), command -> command));

    /** Columns: CAPTURED, REFUSED, DUPLICATE, DISCARDED, MERGED, then REGISTERED, ASSIGNED, FOLLOWING_UP, DORMANT, QUALIFIED, DISQUALIFIED, CONVERTED. */
    private static final String TABLE = """
            CompleteLead         CAPTURED CAPTURED CAPTURED LEAD_DISCARDED LEAD_MERGED  LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            RegisterLead         REGISTERED LEAD_INCOMPLETE REGISTERED LEAD_DISCARDED LEAD_MERGED  = = = = = = =
            DiscardLead          DISCARDED DISCARDED DISCARDED LEAD_DISCARDED LEAD_MERGED  LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            RuleDistinct         LEAD_NOT_DUPLICATE LEAD_NOT_DUPLICATE CAPTURED LEAD_DISCARDED LEAD_MERGED  LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            MergeLead            LEAD_NOT_DUPLICATE LEAD_NOT_DUPLICATE MERGED LEAD_DISCARDED LEAD_MERGED  MERGED MERGED MERGED MERGED MERGED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            ClaimCustomer        LEAD_NOT_DUPLICATE LEAD_NOT_DUPLICATE DUPLICATE LEAD_DISCARDED LEAD_MERGED  LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_REGISTERED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            NoteClaim            LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  REGISTERED ASSIGNED FOLLOWING_UP DORMANT QUALIFIED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            DisputeAttribution   LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  REGISTERED ASSIGNED FOLLOWING_UP DORMANT QUALIFIED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            RuleAttribution      LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  DISPUTE_MISSING DISPUTE_MISSING DISPUTE_MISSING DISPUTE_MISSING DISPUTE_MISSING LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            AssignLead           LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  ASSIGNED ASSIGNED FOLLOWING_UP DORMANT QUALIFIED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            AssignByRule         LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  ASSIGNED ASSIGNED FOLLOWING_UP DORMANT QUALIFIED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            ScoreLead            LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  REGISTERED ASSIGNED FOLLOWING_UP DORMANT QUALIFIED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            SegmentLead          LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  REGISTERED ASSIGNED FOLLOWING_UP DORMANT QUALIFIED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            LogActivity          LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  LEAD_NOT_ASSIGNED FOLLOWING_UP FOLLOWING_UP LEAD_DORMANT QUALIFIED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            ScheduleFollowUp     LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  LEAD_NOT_ASSIGNED ASSIGNED FOLLOWING_UP LEAD_DORMANT QUALIFIED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            MarkFollowUpOverdue  LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE  LEAD_NOT_DUE ASSIGNED FOLLOWING_UP LEAD_NOT_DUE QUALIFIED LEAD_NOT_DUE LEAD_NOT_DUE
            MarkLeadDormant      LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  LEAD_NOT_ASSIGNED LEAD_NOT_FOLLOWED_UP DORMANT LEAD_DORMANT LEAD_NOT_FOLLOWED_UP LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            LapseLead            LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE  LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE LEAD_NOT_DUE
            ReactivateLead       LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  LEAD_NOT_DORMANT LEAD_NOT_DORMANT LEAD_NOT_DORMANT FOLLOWING_UP LEAD_NOT_DORMANT LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            RecordReferral       LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  REGISTERED ASSIGNED FOLLOWING_UP DORMANT QUALIFIED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            GrantReferralBenefit LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  REFERRAL_MISSING REFERRAL_MISSING REFERRAL_MISSING REFERRAL_MISSING REFERRAL_MISSING LEAD_DISQUALIFIED REFERRAL_MISSING
            QualifyLead          LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  LEAD_NOT_ASSIGNED QUALIFIED QUALIFIED LEAD_DORMANT = LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            DisqualifyLead       LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  DISQUALIFIED DISQUALIFIED DISQUALIFIED DISQUALIFIED DISQUALIFIED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            ConvertLead          LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_NOT_REGISTERED LEAD_DISCARDED LEAD_MERGED  LEAD_NOT_QUALIFIED LEAD_NOT_QUALIFIED LEAD_NOT_QUALIFIED LEAD_NOT_QUALIFIED CONVERTED LEAD_DISQUALIFIED LEAD_ALREADY_CONVERTED
            """;

    private static Stream<String> rows() {
        return TABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("R-022, R-028, R-033 to R-035, R-039 to R-041: the life of a lead, each command in each status")
    void does_in_each_status_what_the_table_says(String row) {
        var cells = Arrays.asList(row.trim().split(" +"));
        var command = COMMANDS.get(cells.getFirst());
        assertThat(command).as(cells.getFirst()).isNotNull();
        assertThat(cells.subList(1, cells.size()))
                .isEqualTo(inEachStatus().values().stream()
                        .map(lead -> outcome(lead, command))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void shows_its_status_in_the_words_of_the_domain(String status) {
        var lead = inEachStatus().get(status);
        assertThat(shown(lead).status()).isEqualTo(status);
    }

    private static Stream<String> statuses() {
        return inEachStatus().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothing_happens_to_a_lead_that_nobody_captured(LeadCommand command) {
        Scenario.of(LeadCatalogue.LEAD).when(command).thenUnknown();
    }

    private static Stream<LeadCommand> commands() {
        return COMMANDS.values().stream();
    }

    private static String outcome(Scenario<Lead, LeadCommand, LeadEvent> lead, LeadCommand command) {
        var decision = lead.when(command)
                .holding("code=LEE", MEMBER)
                .holding("segment-code=A", MEMBER)
                .digest("said", "said-1")
                .reading(new OtherLead(true, false))
                .reading(new Scale(1, List.of(new Weight("size", 1))))
                .reading(new Rules(1, List.of(new Line(null, null, null, false, "lee"))))
                .reading(new Referrer(true, List.of()))
                .decision();
        return switch (decision) {
            case Decision.Refused<LeadEvent> refused -> ((Lead.No) refused.reason()).name();
            case Decision.Accepted<LeadEvent> accepted when accepted.events().isEmpty() -> "=";
            case Decision.Accepted<LeadEvent> accepted -> {
                var state = lead.state();
                for (var event : accepted.events()) {
                    state = Lead.evolve(state, event);
                }
                yield LeadView.of(state).status();
            }
        };
    }
}
