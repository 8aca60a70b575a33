package io.milepost.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.Service;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds of every automation of the service, whatever it does; what each does is in the test that has its name. */
class AutomationsTest {
    private static final Service SERVICE = new DeliveryHandoverServiceApplication().service();

    @Test
    @DisplayName(
            "Told twice, with whatever its producer says besides, an event asks for the same, under the same request")
    void the_same_event_asks_for_the_same() {
        int asked = 0;
        for (var automation : SERVICE.automations()) {
            for (var sample : samples(automation)) {
                var first = follows(automation, sample);
                assertThat(follows(automation, sample)).as(automation.name()).isEqualTo(first);
                assertThat(follows(automation, withMore(sample)))
                        .as(automation.name())
                        .isEqualTo(first);
                assertThat(first)
                        .as("%s asks each target once", automation.name())
                        .extracting(Reaction.Command::target)
                        .doesNotHaveDuplicates();
                asked += first.size();
            }
        }
        assertThat(asked)
                .as("control: samples ask for something")
                .isGreaterThan(SERVICE.automations().size());
    }

    @Test
    @DisplayName("What an automation asks for is a command of this service")
    void what_it_asks_for_is_known_here() {
        for (var automation : SERVICE.automations()) {
            for (var sample : samples(automation)) {
                for (var asked : follows(automation, sample)) {
                    assertThat(SERVICE.catalogues())
                            .as("%s: %s", automation.name(), asked.command())
                            .anyMatch(catalogue -> catalogue.commands().stream()
                                    .anyMatch(row ->
                                            row.type().equals(asked.command().getClass())));
                }
            }
        }
    }

    @Test
    @DisplayName("Each has a name of its own, since it is part of the request that makes it happen once")
    void each_has_its_name() {
        assertThat(SERVICE.automations()).extracting(Automation::name).doesNotHaveDuplicates();
    }

    private static List<Inbound> samples(Automation<?> automation) {
        var aggregate = automation.type().substring(0, automation.type().indexOf('.'));
        return ProducerSamples.of(automation.source(), aggregate, automation.type());
    }

    private static Inbound withMore(Inbound sample) {
        var json = new String(sample.data(), UTF_8);
        var fields = json.substring(1, json.length() - 1).strip();
        return ProducerSamples.event(
                sample.source(),
                sample.type(),
                "{%s%s\"ofLater\": {\"some\": [1]}}".formatted(fields, fields.isEmpty() ? "" : ", "));
    }

    private static <T> List<Reaction.Command> follows(Automation<T> automation, Inbound event) {
        return automation.reaction().all(event, event.as(automation.data()));
    }
}
