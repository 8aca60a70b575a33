package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenChangeOrderEndsThenNoteChange.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.changerequest.ChangeRequest;
import io.milepost.delivery.changerequest.ChangeRequest.ChangeApplied;
import io.milepost.delivery.changerequest.ChangeRequest.ChangeAssessed;
import io.milepost.delivery.changerequest.ChangeRequest.ChangeEscalated;
import io.milepost.delivery.changerequest.ChangeRequest.ChangeRaised;
import io.milepost.delivery.changerequest.ChangeRequest.ChangeRejected;
import io.milepost.delivery.changerequest.ChangeRequest.Command;
import io.milepost.delivery.changerequest.ChangeRequest.Event;
import io.milepost.delivery.changerequest.ChangeRequestCatalogue;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenChangeOrderEndsThenNoteChangeTest {
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.parse("2026-04-01");
    private static final Scenario<ChangeRequest, Command, Event> ESCALATED = Scenario.of(
                    ChangeRequestCatalogue.CHANGE_REQUEST)
            .given(
                    new ChangeRaised(CONTRACT, "another gate", "too low", "kim", "max"),
                    new ChangeAssessed(CONTRACT, true, false, false, "a week"),
                    new ChangeEscalated(CONTRACT, "another gate", "too low"));

    @Test
    @DisplayName("R-153: a change that the contract takes over is applied, once however often it is told")
    void notes_that_it_is_applied() {
        var applied = reaction(APPLIED, "{\"effectiveOn\": \"%s\", \"more\": 1}".formatted(DAY));
        assertThat(applied.target()).isEqualTo(ProducerSamples.SUBJECT);
        ESCALATED
                .when((Command) applied.command())
                .then(new ChangeApplied(CONTRACT, DAY))
                .when((Command) applied.command())
                .thenNothing();
    }

    @Test
    @DisplayName("R-153: a change that the contract rejects or that is withdrawn there is rejected here")
    void notes_that_it_is_rejected() {
        for (var rule : List.of(REJECTED, WITHDRAWN)) {
            ESCALATED
                    .when((Command) reaction(rule, "{\"reason\": \"too dear\"}").command())
                    .then(new ChangeRejected(CONTRACT, "too dear"));
        }
    }

    private static <T> Reaction.Command reaction(Automation<T> rule, String json) {
        var event = ProducerSamples.event("contract", rule.type(), json);
        return rule.reaction().to(event, event.as(rule.data())).orElseThrow();
    }
}
