package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Deals at random, what happened to them and what their view says is missing: a file for those who diagnose deals by their events
 * written anew with {@code -Dcontracts.approve=true}.
 */
class DiagnosedDealsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final int DEALS = 60;
    private static final List<ShownBy> FACTS = List.of(
            ShownBy.REQUIREMENT_BASELINE,
            ShownBy.FORMAL_SOLUTION,
            ShownBy.BILL_OF_QUANTITIES,
            ShownBy.SHORTLISTING,
            ShownBy.CUSTOMER_SURVEY);

    @Test
    @DisplayName("R-055: what the view of a deal says is missing is as it was approved for those who read its events")
    void are_as_approved() throws IOException {
        var file = Path.of(System.getProperty("contracts.dir"), "opportunity", "diagnosed-deals.ndjson");
        var lines = new ArrayList<String>();
        int next = 0;
        for (int deal = 0; deal < DEALS; deal++) {
            var story = story(new Random(deal));
            next += view(story).progress().next() == null ? 0 : 1;
            lines.add(Json.events().writeValueAsString(told(story)));
        }
        assertThat(next).as("control: most lack something").isBetween(DEALS / 2, DEALS - 1);
        if (Boolean.getBoolean("contracts.approve")) {
            Files.write(file, lines);
        }
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    private static List<OpportunityEvent> story(Random random) {
        var version = 1 + random.nextInt(2);
        var template = List.of("standard", "strategic", "north").get(random.nextInt(3));
        var own = template.equals("north") ? Templates.stages(30, 60, 100) : null;
        var events = new ArrayList<OpportunityEvent>();
        events.add(new OpportunityIdentified(
                "Presses", null, "kim", "GTX Pro", null, null, null, null, template, version, DAY, own, null, null,
                null));
        int steps = random.nextInt(90);
        for (int step = 0; step < steps; step++) {
            var stage = state(events).progress().stage();
            events.addAll(Scenario.of(OPPORTUNITY)
                    .given(events.toArray(OpportunityEvent[]::new))
                    .when(command(stage, random))
                    .unbound()
                    .decision()
                    .events());
        }
        return events;
    }

    private static Command command(Stage stage, Random random) {
        var criteria = stage.criteria();
        return switch (random.nextInt(16)) {
            case 0, 1, 2 ->
                new ReachMilestone(
                        stage.milestones()
                                .get(random.nextInt(stage.milestones().size()))
                                .code(),
                        null,
                        DAY);
            case 3, 4, 5 ->
                criteria.isEmpty()
                        ? new AdvanceStage()
                        : new MeetCriterion(
                                criteria.get(random.nextInt(criteria.size())).code(), "file 1", DAY);
            case 6, 7 -> new RecordCommitment("Ann", "the next step", DAY, null);
            case 8, 9, 10 -> new AdvanceStage();
            case 11 -> random.nextInt(6) == 0 ? new RegressStage(1, "a new director") : new AdvanceStage();
            case 12 -> new QualifyOpportunity(null);
            case 13 -> new ShowFact(FACTS.get(random.nextInt(FACTS.size())), "requirement 7", DAY);
            case 14 ->
                switch (random.nextInt(4)) {
                    case 0, 1 -> new AgreeTerms(new UUID(1, 1), DAY);
                    case 2 -> new LapseTerms(new UUID(1, 1));
                    default -> new AuthorizeOpportunity("board", DAY);
                };
            default ->
                random.nextInt(3) == 0
                        ? new CloseAsLost("price", "ask earlier", null, EndCause.PRICE)
                        : new ReopenOpportunity("back again");
        };
    }

    private static Map<String, Object> told(List<OpportunityEvent> events) {
        var view = view(events);
        var told = new LinkedHashMap<String, Object>();
        told.put(
                "events",
                events.stream()
                        .map(event -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("type", OPPORTUNITY.event(event.getClass()).wireType());
                            one.put("data", event);
                            return one;
                        })
                        .toList());
        told.put("status", view.status());
        told.put("trueStage", view.trueStage());
        told.put("stage", view.stage());
        told.put("missing", view.progress().missing());
        told.put("next", view.progress().next());
        return told;
    }

    private static Opportunity state(List<OpportunityEvent> events) {
        Opportunity deal = null;
        for (var event : events) {
            deal = OPPORTUNITY.decider().after(deal, event);
        }
        return deal;
    }

    private static OpportunityView view(List<OpportunityEvent> events) {
        return OpportunityView.of(state(events));
    }
}
