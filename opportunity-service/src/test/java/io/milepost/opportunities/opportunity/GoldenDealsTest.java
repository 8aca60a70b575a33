package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Deals as they were stored and shown when stages were constants of the code (commit 7174169): from before there were processes, and
 * under each of the four versions of then. {@code golden-deals.ndjson} was written by that commit, and its approved samples are in it.
 */
class GoldenDealsTest {

    @Test
    @DisplayName("A deal of the old form reads as it did: the same events lead to the same view")
    void deals_of_the_old_form_read_as_before() throws IOException {
        var stories = stories();
        assertThat(stories).hasSizeGreaterThan(25);
        for (var story : stories) {
            JsonNode view = Json.events().valueToTree(OpportunityView.of(fold(story)));
            // What shows each milestone, what to do next, and who else was there, are told since then.
            if (view.path("progress") instanceof ObjectNode progress) {
                progress.remove(List.of("evidence", "next"));
            }
            if (view instanceof ObjectNode deal) {
                deal.remove(List.of("competitors", "sessions"));
            }
            assertThat(view).as(story.path("name").asString("")).isEqualTo(story.path("view"));
        }
    }

    @Test
    void a_view_that_differs_would_be_seen() throws IOException {
        var stories = stories();
        var first = Json.events().valueToTree(OpportunityView.of(fold(stories.getFirst())));
        assertThat(first).isNotEqualTo(stories.getLast().path("view"));
    }

    private static Opportunity fold(JsonNode story) {
        Opportunity deal = null;
        for (var event : story.path("events")) {
            var type = event.path("type").asString("");
            var row = OPPORTUNITY.events().stream()
                    .filter(candidate -> candidate.wireType().equals(type))
                    .findFirst()
                    .orElseThrow();
            deal = OPPORTUNITY.decider().after(deal, Json.events().treeToValue(event.path("data"), row.type()));
        }
        return Objects.requireNonNull(deal);
    }

    private static List<JsonNode> stories() throws IOException {
        try (var file = GoldenDealsTest.class.getResourceAsStream("/golden-deals.ndjson")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Json.mapper().readTree(line))
                    .toList();
        }
    }
}
