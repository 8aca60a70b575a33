package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.Leads.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.leads.lead.Referring.Referrer;
import io.milepost.leads.lead.Weighing.Scale;
import io.milepost.leads.lead.Weighing.Weight;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lead promises, among which customers it is, and who referred it. */
class WeighingTest {
    static final List<Refusal> REFUSALS = List.of(
            POLICY_UNKNOWN,
            SEGMENT_UNKNOWN,
            RATING_UNFIT,
            REFERRER_UNKNOWN,
            REFERRER_NOT_CUSTOMER,
            REFERRAL_RECORDED,
            REFERRAL_MISSING,
            BENEFIT_GRANTED,
            BENEFIT_BY_OWNER,
            AMOUNT_NEGATIVE,
            AMOUNT_TOO_LARGE);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REFUSALS);
    private static final UUID POLICY = new UUID(5, 5);
    private static final UUID PERSON = new UUID(6, 6);
    private static final Scale SCALE = new Scale(3, List.of(new Weight("size", 3), new Weight("budget", 1)));
    private static final RecordReferral REFERRAL = new RecordReferral(ACCOUNT, PERSON);
    private static final GrantReferralBenefit DINNER = new GrantReferralBenefit("a dinner", VALUE);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "100, 100, 100", "100, 0, 75", "0, 100, 25", "0, 1, 0", "0, 2, 1", "1, 0, 1", "50, 49, 50"})
    @DisplayName("R-032: the score is the weighted mean of the ratings, and names the version of its policy")
    void is_scored_by_weights(int size, int budget, int score) {
        var ratings = List.of(new Rating("BUDGET", budget), new Rating("size", size));
        var stored = List.of(new Rating("budget", budget), new Rating("size", size));
        var scored = aRegisteredLead()
                .when(new ScoreLead(POLICY, ratings))
                .byMember("KAP")
                .reading(SCALE)
                .then(new LeadScored(POLICY, 3, score, stored, "KAP"));
        assertThat(shown(scored).score()).isEqualTo(score);
        assertThat(shown(scored).scoring()).isEqualTo(new LeadView.Scoring(POLICY, 3, stored, "KAP"));
        scored.when(new ScoreLead(POLICY, ratings)).reading(SCALE).thenNothing();
    }

    @Test
    @DisplayName("R-032: scored anew by other ratings, another version or another policy")
    void is_scored_anew() {
        var low = List.of(new Rating("size", 10), new Rating("budget", 10));
        var scored = aRegisteredLead().given(new LeadScored(POLICY, 3, 10, low, "kim"));
        var high = List.of(new Rating("size", 90), new Rating("budget", 90));
        scored.when(new ScoreLead(POLICY, high)).reading(SCALE).then(new LeadScored(POLICY, 3, 90, high, "someone"));
        scored.when(new ScoreLead(POLICY, low))
                .reading(new Scale(4, SCALE.weights()))
                .then(new LeadScored(POLICY, 4, 10, low, "someone"));
        scored.when(new ScoreLead(OTHER, low)).reading(SCALE).then(new LeadScored(OTHER, 3, 10, low, "someone"));
    }

    @Test
    @DisplayName("R-032: each criterion of the policy is rated once, from 0 to 100, and nothing else is")
    void refuses_ratings_that_do_not_fit() {
        refused("/ratings/0", new Rating("size", -1), new Rating("budget", 1));
        refused("/ratings/1", new Rating("size", 1), new Rating("budget", 101));
        refused("/ratings/1", new Rating("size", 1), new Rating("Size", 1));
        refused("/ratings/1", new Rating("size", 1), new Rating("colour", 1), new Rating("budget", 1));
        refused("/ratings", new Rating("size", 1));
        refused("/ratings");
        aRegisteredLead()
                .recording(REACHED)
                .when(new ScoreLead(POLICY, List.of()))
                .thenRefused(POLICY_UNKNOWN, "/policyId");
    }

    @Test
    void a_scale_weighs_something() {
        assertThatThrownBy(() -> new Scale(1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Weight("size", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Weight("size", 1).weight()).isEqualTo(1);
    }

    @Test
    @DisplayName("R-003, R-040: registered customers are sorted into segments that are defined")
    void is_put_into_a_segment() {
        var first = aFollowedLead()
                .recording(REACHED)
                .when(new SegmentLead("A"))
                .holding("segment-code=A", POLICY)
                .then(new LeadSegmented("A", null));
        assertThat(shown(first).segment()).isEqualTo("A");
        first.when(new SegmentLead("a")).thenNothing();
        first.when(new SegmentLead("b")).holding("segment-code=B", POLICY).then(new LeadSegmented("b", "A"));
        first.when(new SegmentLead("C")).holding("segment-code=B", POLICY).thenRefused(SEGMENT_UNKNOWN, "/segment");
        aFollowedLead().when(new SegmentLead(" ")).thenRefused(TEXT_MISSING, "/segment");
    }

    @Test
    @DisplayName("R-039: the lead says which customer referred it, account and person")
    void is_referred_by_a_customer() {
        var referred = aRegisteredLead()
                .when(REFERRAL)
                .reading(new Referrer(true, List.of(PERSON)))
                .then(new ReferralRecorded(ACCOUNT, PERSON));
        assertThat(shown(referred).referral())
                .isEqualTo(new LeadView.Referral(ACCOUNT, PERSON, null, null, null, null));
        referred.when(REFERRAL).thenNothing();
        referred.recording(REACHED)
                .when(new RecordReferral(ACCOUNT, null))
                .reading(new Referrer(true, List.of()))
                .thenRefused(REFERRAL_RECORDED);
        aRegisteredLead()
                .when(new RecordReferral(ACCOUNT, null))
                .reading(new Referrer(true, List.of()))
                .then(new ReferralRecorded(ACCOUNT, null));
    }

    @Test
    @DisplayName("R-039: only a customer refers, and only somebody of it")
    void is_not_referred_by_anybody() {
        var lead = aRegisteredLead().recording(REACHED);
        lead.when(REFERRAL).thenRefused(REFERRER_UNKNOWN, "/accountId");
        lead.when(REFERRAL)
                .reading(new Referrer(false, List.of(PERSON)))
                .thenRefused(REFERRER_NOT_CUSTOMER, "/accountId");
        lead.when(REFERRAL).reading(new Referrer(true, List.of(OTHER))).thenRefused(REFERRER_UNKNOWN, "/contactId");
    }

    @Test
    @DisplayName("R-039: the referrer gets a benefit once, approved by somebody else than the owner")
    void a_benefit_is_granted_once() {
        var referred = aQualifiedLead().given(new ReferralRecorded(ACCOUNT, PERSON));
        for (var open : List.of(referred, referred.given(CONVERTED))) {
            var granted = open.when(DINNER)
                    .byMember("BOSS")
                    .then(new ReferralBenefitGranted("a dinner", VALUE, TODAY, "BOSS"));
            assertThat(shown(granted).referral())
                    .isEqualTo(new LeadView.Referral(ACCOUNT, PERSON, "a dinner", VALUE, TODAY, "BOSS"));
            assertThat(shown(granted).status()).isEqualTo(shown(open).status());
            granted.when(DINNER).thenNothing();
            granted.when(new GrantReferralBenefit("A dinner", VALUE)).thenNothing();
            granted.recording(REACHED)
                    .when(new GrantReferralBenefit("a dinner", null))
                    .thenRefused(BENEFIT_GRANTED);
            granted.when(new GrantReferralBenefit("two dinners", VALUE)).thenRefused(BENEFIT_GRANTED);
            open.recording(REACHED).when(DINNER).byMember("KIM").thenRefused(BENEFIT_BY_OWNER);
        }
        aRegisteredLead()
                .given(new ReferralRecorded(ACCOUNT, null))
                .when(DINNER)
                .byMember("KIM")
                .then(new ReferralBenefitGranted("a dinner", VALUE, TODAY, "KIM"));
        aQualifiedLead().recording(REACHED).when(DINNER).thenRefused(REFERRAL_MISSING);
    }

    @Test
    void a_benefit_has_a_name_and_a_plausible_value() {
        var referred = aQualifiedLead().given(new ReferralRecorded(ACCOUNT, PERSON));
        referred.when(new GrantReferralBenefit(" ", null)).thenRefused(TEXT_MISSING, "/benefit");
        referred.recording(REACHED)
                .when(new GrantReferralBenefit("x", Money.of("-1.00", "USD")))
                .thenRefused(AMOUNT_NEGATIVE, "/value");
        referred.recording(REACHED)
                .when(new GrantReferralBenefit("x", Money.of("9999999999999999.00", "USD")))
                .thenRefused(AMOUNT_TOO_LARGE, "/value");
    }

    private static void refused(String pointer, Rating... ratings) {
        aRegisteredLead()
                .recording(REACHED)
                .when(new ScoreLead(POLICY, List.of(ratings)))
                .reading(SCALE)
                .thenRefused(RATING_UNFIT, pointer);
    }
}
