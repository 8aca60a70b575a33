package io.milepost.bench.methods;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;

import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.QualifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.UpdateValue;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Who;
import io.milepost.platform.json.Json;
import io.milepost.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the domain and its JSON do for a command on an opportunity of 50 events. */
@State(Scope.Benchmark)
public class EntityWork {
    private static final int EVENTS = 50;
    private static final Occasion OCCASION = Occasion.of(
            new UUID(7, 7),
            Instant.parse("2026-03-01T10:15:30Z"),
            LocalDate.of(2026, 3, 1),
            new Who("anna", null, true));

    private record Stored(Class<? extends OpportunityEvent> type, byte[] payload) {}

    private final List<Stored> history = new ArrayList<>();
    private @Nullable Opportunity state;
    private OpportunityEvent last = decide(null, identify()).getLast();

    /** A deal that is identified, qualified and valued anew until it has its events. */
    @Setup
    public void tell() {
        happen(identify());
        happen(new QualifyOpportunity(null));
        for (int value = 1; history.size() < EVENTS; value++) {
            happen(new UpdateValue(Money.of(value + ".00", "USD")));
        }
    }

    private void happen(Record command) {
        for (var event : decide(state, command)) {
            history.add(new Stored(event.getClass(), Json.events().writeValueAsBytes(event)));
            state = OPPORTUNITY.decider().after(state, event);
            last = event;
        }
    }

    private static List<OpportunityEvent> decide(@Nullable Opportunity state, Record command) {
        var decision = OPPORTUNITY.decide(OPPORTUNITY.command(command.getClass()), state, command, OCCASION);
        if (decision instanceof Decision.Accepted<OpportunityEvent>(var events) && !events.isEmpty()) {
            return events;
        }
        throw new IllegalStateException("nothing happens by " + command);
    }

    private static IdentifyOpportunity identify() {
        return new IdentifyOpportunity("Deal", null, "anna", "GTX Pro", "needs it", null, null, null, null, null, null);
    }

    /** All its events from their stored bytes to a state. */
    @Benchmark
    public @Nullable Opportunity foldFifty() {
        var decider = OPPORTUNITY.decider();
        @Nullable Opportunity folded = null;
        for (var event : history) {
            folded = decider.after(folded, Json.events().readValue(event.payload(), event.type()));
        }
        return folded;
    }

    /** One command on the state in memory. */
    @Benchmark
    public List<OpportunityEvent> decideOne() {
        return decide(state, new UpdateValue(Money.of("4821.00", "USD")));
    }

    /** One event to the bytes that are stored and published. */
    @Benchmark
    public byte[] encodeOne() {
        return Json.events().writeValueAsBytes(last);
    }
}
