package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenFactArrivesThenCompleteItem.ARCHIVE;
import static io.milepost.delivery.automation.WhenFactArrivesThenCompleteItem.COMPREHENSIVE_ACCEPTANCE;
import static io.milepost.delivery.automation.WhenFactArrivesThenCompleteItem.FULL_COLLECTION;
import static io.milepost.delivery.automation.WhenFactArrivesThenCompleteItem.HANDOVER;
import static io.milepost.delivery.automation.WhenFactArrivesThenCompleteItem.SETTLEMENT;
import static io.milepost.delivery.closure.Closure.No.*;
import static io.milepost.platform.decision.Checklist.No.PROJECT_CLOSED;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.closure.Closure;
import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.closure.ClosureCatalogue;
import io.milepost.delivery.closure.ClosureTemplate;
import io.milepost.delivery.kernel.Papers;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenFactArrivesThenCompleteItemTest {
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final UUID ANY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Map<ClosureItem, Automation<?>> AUTOMATIONS = Map.of(
            ClosureItem.COMPREHENSIVE_ACCEPTANCE, COMPREHENSIVE_ACCEPTANCE,
            ClosureItem.SETTLEMENT, SETTLEMENT,
            ClosureItem.FULL_COLLECTION, FULL_COLLECTION,
            ClosureItem.ARCHIVE, ARCHIVE);
    private static final Scenario<Closure, Closure.Command, Closure.Event> NOTHING =
            Scenario.of(ClosureCatalogue.CLOSURE).reading(new Papers(true));

    @Test
    @DisplayName("R-184, G21: every item of the standard checklist has its fact, and all four together let the project"
            + " close")
    void every_item_has_its_fact() {
        assertThat(AUTOMATIONS.keySet()).containsExactlyInAnyOrderElementsOf(ClosureTemplate.STANDARD.items());
        var closure = NOTHING;
        var opened = closure.when(new OpenClosure(ANY, ANY, null, null))
                .to(CONTRACT)
                .decision()
                .events()
                .getFirst();
        closure = closure.given(opened);
        for (var item : ClosureTemplate.STANDARD.items()) {
            var reaction = reaction(AUTOMATIONS.get(item));
            assertThat(reaction.target()).isEqualTo(CONTRACT);
            closure = closure.when((CompleteItem) reaction.command()).then(new ClosureItemDone(CONTRACT, item));
            closure.when((CompleteItem) reaction.command()).thenNothing();
        }
        assertThat(closure.when(new CloseProject()).decision().events()).hasSize(1);
    }

    @Test
    void a_fact_that_comes_after_the_end_or_was_not_asked_for_ends_the_story() {
        var small = NOTHING.given(
                opened(List.of(ClosureItem.FULL_COLLECTION)),
                new ClosureItemWaived(CONTRACT, ClosureItem.FULL_COLLECTION, "carried over", "kim"),
                new ProjectClosed(CONTRACT, ANY, ANY, DAY));
        small.when((CompleteItem) reaction(FULL_COLLECTION).command()).thenRefused(PROJECT_CLOSED);
        small.when((CompleteItem) reaction(ARCHIVE).command()).thenRefused(ITEM_NOT_ON_CHECKLIST);
        AUTOMATIONS
                .values()
                .forEach(automation -> assertThat(automation.settledBy())
                        .containsExactlyInAnyOrder(PROJECT_CLOSED, ITEM_NOT_ON_CHECKLIST));
    }

    @Test
    @DisplayName("A fact about a contract that nobody signed is parked for somebody to look at")
    void a_fact_without_a_closure_is_not_settled() {
        NOTHING.when((CompleteItem) reaction(ARCHIVE).command()).thenUnknown();
        AUTOMATIONS
                .values()
                .forEach(automation -> assertThat(automation.settledBy()).doesNotContain(UNKNOWN_TARGET));
    }

    @Test
    @DisplayName("R-184, decision 30: the accepted handover is a fact of its own contract's closure, and settled by the"
            + " same reasons")
    void the_accepted_handover_counts() {
        var json = "{\"contractId\": \"%s\", \"opportunityId\": \"%s\", \"acceptedOn\": \"2026-03-01\"}"
                .formatted(CONTRACT, ANY);
        var event = ProducerSamples.event("delivery", HANDOVER.type(), json);
        var reaction = HANDOVER.reaction().to(event, event.as(HANDOVER.data())).orElseThrow();
        assertThat(reaction).isEqualTo(new Reaction.Command(CONTRACT, new CompleteItem(ClosureItem.HANDOVER)));
        assertThat(HANDOVER.settledBy()).isEqualTo(ARCHIVE.settledBy());
        NOTHING.given(opened(List.of(ClosureItem.ARCHIVE)))
                .when((CompleteItem) reaction.command())
                .to(CONTRACT)
                .then(new ClosureItemDone(CONTRACT, ClosureItem.HANDOVER))
                .when((CompleteItem) reaction.command())
                .thenNothing();
    }

    @Test
    void reads_every_sample_of_this_service() {
        assertThat(List.of(COMPREHENSIVE_ACCEPTANCE, SETTLEMENT))
                .allSatisfy(automation -> assertThat(reactions(automation)).allMatch(Optional::isPresent));
        assertThat(reactions(HANDOVER)).allMatch(Optional::isPresent);
        assertThat(reactions(ARCHIVE))
                .as("with papers that are missing and without")
                .anyMatch(Optional::isPresent)
                .anyMatch(Optional::isEmpty);
    }

    private static <T> List<Optional<Reaction.Command>> reactions(Automation<T> automation) {
        var aggregate = automation.type().substring(0, automation.type().indexOf('.'));
        return ProducerSamples.of("delivery", aggregate, automation.type()).stream()
                .map(sample -> automation.reaction().to(sample, sample.as(automation.data())))
                .toList();
    }

    private static <T> Reaction.Command reaction(Automation<T> automation) {
        var json = "{\"contractId\": \"%s\", \"missing\": [], \"ofLater\": true}".formatted(CONTRACT);
        var event = ProducerSamples.event(automation.source(), automation.type(), json);
        return automation.reaction().to(event, event.as(automation.data())).orElseThrow();
    }

    @Test
    @DisplayName(
            "R-183: a record after which papers are missing does not complete the archive, nor one of a sales project")
    void the_archive_is_complete_when_nothing_is_missing() {
        assertThat(noted("null", "")).isPresent();
        assertThat(noted("null", "{\"id\": \"%s\", \"kind\": \"bid\"}".formatted(ANY)))
                .isEmpty();
        assertThat(noted("\"" + ANY + "\"", "")).isEmpty();
    }

    private static Optional<Reaction.Command> noted(String deal, String missing) {
        var json = "{\"opportunityId\": %s, \"missing\": [%s]}".formatted(deal, missing);
        var event = ProducerSamples.event("delivery", ARCHIVE.type(), json);
        return ARCHIVE.reaction().to(event, event.as(ARCHIVE.data()));
    }

    private static ClosureOpened opened(List<ClosureItem> items) {
        return new ClosureOpened(CONTRACT, ANY, ANY, ClosureKind.DELIVERY_PROJECT, "standard", 1, items, items);
    }
}
