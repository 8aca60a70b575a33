package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.Template;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.Offered;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.salesprocess.SalesProcessCatalogue;
import io.milepost.opportunities.salesprocess.SalesProcessVersions;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The law of templates, over random histories of a process and the deals that are identified while it changes. */
class SalesProcessLawTest {
    private static final Scenario<SalesProcessVersions, Command, Event> DEFINED =
            Scenario.of(SALES_PROCESS).given(new SalesProcessDefined("north", "North", Mode.PROJECT));

    /** Stored deals, each with the version that was in force when it was identified, and the process as it became. */
    private record History(List<Kept> deals, SalesProcessVersions process) {}

    private record Kept(String stored, ProcessVersion version) {}

    @Test
    @DisplayName("R-188: whatever becomes of a process, a deal is bound by the version in force when it was identified")
    void a_deal_keeps_the_version_of_its_day() {
        int deals = 0;
        for (long seed = 0; seed < Long.getLong("laws.seeds", 200); seed++) {
            deals += check(seed, (stored, _) -> fold(stored));
        }
        assertThat(deals).isPositive();
    }

    @Test
    @DisplayName("Planted: a state that looks up the version in force today is found")
    void a_state_that_looks_elsewhere_is_found() {
        assertThatThrownBy(() -> {
                    for (long seed = 0; seed < 200; seed++) {
                        check(
                                seed,
                                (_, process) ->
                                        SalesProcessCatalogue.inForce(process).orElseThrow());
                    }
                })
                .isInstanceOfAny(AssertionError.class, NoSuchElementException.class);
    }

    private static int check(long seed, BiFunction<String, SalesProcessVersions, ProcessVersion> bound) {
        var history = history(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        history.deals()
                .forEach(deal -> assertThat(bound.apply(deal.stored(), history.process()))
                        .as("seed %d", seed)
                        .isEqualTo(deal.version()));
        return history.deals().size();
    }

    private static ProcessVersion fold(String stored) {
        var identified = Json.events().readValue(stored, OpportunityIdentified.class);
        return OPPORTUNITY.decider().begin().begin(identified).progress().process();
    }

    private static History history(RandomGenerator random) {
        var process = DEFINED;
        var deals = new ArrayList<Kept>();
        for (int step = 0; step < 30; step++) {
            var inForce = SalesProcessCatalogue.inForce(process.state());
            switch (random.nextInt(4)) {
                case 0 -> process = after(process, new DraftVersion(template(random)));
                case 1 -> process = after(process, new PublishVersion(random.nextInt(1, 6)));
                case 2 -> process = after(process, new RetireVersion(random.nextInt(1, 6)));
                default ->
                    inForce.ifPresent(version ->
                            deals.add(new Kept(Json.events().writeValueAsString(identified(version)), version)));
            }
        }
        return new History(deals, process.state());
    }

    private static Scenario<SalesProcessVersions, Command, Event> after(
            Scenario<SalesProcessVersions, Command, Event> process, Record command) {
        return process.when(command).decision() instanceof Decision.Accepted<Event>(var events) && !events.isEmpty()
                ? process.given(events.getFirst())
                : process;
    }

    private static OpportunityEvent identified(ProcessVersion version) {
        var identify = new IdentifyOpportunity(null, null, "kim", null, null, null, null, null, "north", null, null);
        return Scenario.of(OPPORTUNITY)
                .when(identify)
                .reading(new Offered(version))
                .decision()
                .events()
                .getFirst();
    }

    private static Template template(RandomGenerator random) {
        List<Integer> rising = new ArrayList<>();
        IntStream.range(1, 100).filter(_ -> random.nextInt(20) == 0).forEach(rising::add);
        rising.add(100);
        return Templates.with(
                Templates.SHORT,
                Templates.stages(rising.stream().mapToInt(Integer::intValue).toArray()));
    }
}
