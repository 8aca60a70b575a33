package io.milepost.leads.automation;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.automation.WhenAccountMergedThenSurvivorFollows.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.account.Account.AbsorbAccount;
import io.milepost.leads.account.Account.ReleaseAccount;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the surviving account is told; what it makes of it, early, late and twice, is in MergingTest of the account. */
class WhenAccountMergedThenSurvivorFollowsTest {
    private static final UUID SURVIVOR = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final UUID MERGED_ONE = ProducerSamples.SUBJECT;

    @Test
    @DisplayName("R-019: the surviving account is told of the merge and of its end, the same however often it is heard")
    void the_survivor_is_told() {
        var merged = "{\"into\": \"%s\", \"reason\": \"one\", \"more\": 1}".formatted(SURVIVOR);
        var unmerged = "{\"from\": \"%s\", \"reason\": \"two\"}".formatted(SURVIVOR);
        assertThat(reaction(MERGED, merged))
                .contains(new Reaction.Command(SURVIVOR, new AbsorbAccount(MERGED_ONE)))
                .isEqualTo(reaction(MERGED, merged));
        assertThat(reaction(UNMERGED, unmerged))
                .contains(new Reaction.Command(SURVIVOR, new ReleaseAccount(MERGED_ONE)));
    }

    @Test
    @DisplayName("R-019: what happens to a merged account later is told to the one that stands for it, else to nobody")
    void news_of_a_merged_account_go_on() {
        for (var automation : List.of(CUSTOMER, ACTIVE, ABSORBING, RELEASING)) {
            assertThat(reaction(automation, "{\"mergedInto\": \"%s\"}".formatted(SURVIVOR)))
                    .contains(new Reaction.Command(SURVIVOR, new AbsorbAccount(MERGED_ONE)));
            assertThat(reaction(automation, "{\"on\": \"2026-03-01\"}")).isEmpty();
        }
    }

    @Test
    void reads_every_sample_and_is_parked_by_whatever_is_refused() {
        for (var automation : List.of(MERGED, UNMERGED, CUSTOMER, ACTIVE, ABSORBING, RELEASING)) {
            assertThat(automation.settledBy()).isEmpty();
            for (var sample : ProducerSamples.of("lead", "account", automation.type())) {
                assertThat(sample.as(automation.data())).isNotNull();
            }
        }
        Scenario.of(ACCOUNT).when(new AbsorbAccount(MERGED_ONE)).thenUnknown();
    }

    private static <T> Optional<Reaction.Command> reaction(Automation<T> automation, String json) {
        var event = ProducerSamples.event("lead", automation.type(), json);
        return automation.reaction().to(event, event.as(automation.data()));
    }
}
