package io.milepost.delivery.ruleset;

import static io.milepost.delivery.automation.WhenVersionPublishedThenNoteRules.AUTOMATION;
import static io.milepost.delivery.ruleset.RuleSetCatalogue.RULE_SET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.closure.Closure.ClosureItem;
import io.milepost.delivery.kernel.AfterSales;
import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.Rules;
import io.milepost.delivery.kernel.Rules.Items;
import io.milepost.delivery.kernel.ServicePromise;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.kernel.VisitRules;
import io.milepost.delivery.ruleset.RuleSet.*;
import io.milepost.delivery.salesclosure.SalesClosure.SalesItem;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The copy of what a version says of handing over and closing, and how it is kept. */
class RuleSetTest {
    private static final Rules RULES =
            new Rules(20, new Items(List.of("SETTLEMENT"), List.of()), new Items(List.of("LESSONS"), List.of()), null);
    private static final Scenario<RuleSet, Command, Event> NOTHING = Scenario.of(RULE_SET);

    @Test
    void is_noted_once() {
        NOTHING.when(new NoteRules("north", 4, RULES))
                .then(new RulesNoted("north", 4, RULES))
                .when(new NoteRules("north", 4, RULES))
                .thenNothing();
        assertThat(NOTHING.given(new RulesNoted("north", 4, RULES)).state()).isEqualTo(new RuleSet("north", 4, RULES));
    }

    @Test
    @DisplayName("R-188: what opportunity-service publishes is noted under the name and version of the process")
    void what_is_published_is_noted() {
        var published = ProducerSamples.event("opportunity", AUTOMATION.type(), """
                {"version": 4, "name": "north", "mode": "PROJECT",
                 "template": {"stages": [], "reviews": [], "handoverDays": 20,
                   "closure": {"items": ["SETTLEMENT"], "waivable": []},
                   "salesClosure": {"items": ["LESSONS"], "waivable": []}}}""");
        assertThat(AUTOMATION.reaction().to(published, published.as(AUTOMATION.data())))
                .isEqualTo(
                        Optional.of(new Reaction.Command(RuleSet.idOf("North", 4), new NoteRules("north", 4, RULES))));
        assertThat(RuleSet.idOf("north", 4)).isNotEqualTo(RuleSet.idOf("north", 3));
        for (var sample : ProducerSamples.of("opportunity", "sales-process", AUTOMATION.type())) {
            var rules = sample.as(AUTOMATION.data()).template();
            assertThat(AUTOMATION.reaction().to(sample, sample.as(AUTOMATION.data())))
                    .isPresent();
            assertThat(names(ClosureItem.values())).containsAll(rules.closure().items());
            if (rules.salesClosure() != null) {
                assertThat(names(SalesItem.values()))
                        .containsAll(rules.salesClosure().items());
            }
        }
    }

    @Test
    @DisplayName("R-188: what a version promises after the sale is noted with the rest")
    void what_is_promised_is_noted() {
        var published = ProducerSamples.event("opportunity", AUTOMATION.type(), """
                {"version": 4, "name": "north", "mode": "PROJECT",
                 "template": {"handoverDays": 20, "closure": {"items": ["SETTLEMENT"], "waivable": []},
                   "afterSales": {"visitDays": [14], "promises": [
                     {"kind": "PROBLEM", "urgency": "HIGH", "answerWithin": 0, "solveWithin": 1}],
                     "handoverNoticeDays": 5, "visiting": {"noticeDays": 10, "daysToNext": 7, "mostMisses": 2}}}}""");
        assertThat(published.as(AUTOMATION.data()).template().afterSales())
                .isEqualTo(new AfterSales(
                        List.of(14),
                        List.of(new ServicePromise(CaseKind.PROBLEM, Urgency.HIGH, 0, 1)),
                        5,
                        null,
                        new VisitRules(10, 7, 2)));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
