package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenCollectionReopenedThenReopenItem.AUTOMATION;
import static io.milepost.delivery.closure.Closure.ClosureItem.ARCHIVE;
import static io.milepost.delivery.closure.Closure.ClosureItem.FULL_COLLECTION;
import static io.milepost.delivery.closure.Closure.No.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.closure.Closure;
import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.closure.ClosureCatalogue;
import io.milepost.delivery.inbound.contract.CollectionReopened;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenCollectionReopenedThenReopenItemTest {
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final UUID ANY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final Scenario<Closure, Closure.Command, Closure.Event> NOTHING =
            Scenario.of(ClosureCatalogue.CLOSURE);
    private static final Scenario<Closure, Closure.Command, Closure.Event> COLLECTED =
            NOTHING.given(opened(FULL_COLLECTION), new ClosureItemDone(CONTRACT, FULL_COLLECTION));

    @Test
    @DisplayName("R-142, R-184, decision 44: collected money that went back opens the item of its contract, once")
    void opens_the_item_once() {
        assertThat(reaction().target()).isEqualTo(CONTRACT);
        COLLECTED
                .when(command())
                .then(new ClosureItemReopened(CONTRACT, FULL_COLLECTION))
                .when(command())
                .thenNothing();
    }

    @Test
    void is_told_after_the_end_too() {
        COLLECTED
                .given(new ProjectClosed(CONTRACT, ANY, ANY, LocalDate.parse("2026-03-01")))
                .when(command())
                .then(new ClosureItemReopenedAfterClose(CONTRACT, FULL_COLLECTION))
                .when(command())
                .thenNothing();
    }

    @Test
    void ends_where_nobody_asked_for_the_money_and_is_parked_where_nobody_signed() {
        NOTHING.given(opened(ARCHIVE)).when(command()).thenRefused(ITEM_NOT_ON_CHECKLIST);
        NOTHING.when(command()).thenUnknown();
        assertThat(AUTOMATION.settledBy()).containsExactly(ITEM_NOT_ON_CHECKLIST);
    }

    @Test
    void reads_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("contract", "payment-schedule", AUTOMATION.type())) {
            assertThat(AUTOMATION.reaction().to(sample, sample.as(CollectionReopened.class)))
                    .isPresent();
        }
    }

    private static ReopenCollection command() {
        return (ReopenCollection) reaction().command();
    }

    private static Reaction.Command reaction() {
        var json = "{\"contractId\": \"%s\", \"open\": {\"amount\": \"1\", \"currency\": \"USD\"}}".formatted(CONTRACT);
        var event = ProducerSamples.event("contract", AUTOMATION.type(), json);
        return AUTOMATION
                .reaction()
                .to(event, event.as(CollectionReopened.class))
                .orElseThrow();
    }

    private static ClosureOpened opened(ClosureItem item) {
        return new ClosureOpened(
                CONTRACT, ANY, ANY, ClosureKind.DELIVERY_PROJECT, "standard", 1, List.of(item), List.of());
    }
}
