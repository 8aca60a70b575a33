package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The law of claims holds for a berth that one ship holds until it leaves, and is broken by each that was made to break it. */
class HoldingLawTest {
    record EnterPort(String berth) {}

    sealed interface Command {}

    record LeavePort() implements Command {}

    sealed interface Event {}

    record ShipMoored(String berth) implements Event {}

    record ShipSailed() implements Event {}

    record Ship(String berth, boolean gone) {}

    record View(String status) {}

    enum No implements Refusal {
        BERTH_TAKEN;

        @Override
        public Reason reason() {
            return Refusal.state("another ship is there");
        }
    }

    private static final Decider<Ship, Command, Event> SHIP = new Decider<>(
            (ship, _, _) -> ship.gone() ? Decision.unchanged() : Decision.accepted(new ShipSailed()),
            first -> new Ship(((ShipMoored) first).berth(), false),
            (ship, event) -> event instanceof ShipSailed ? new Ship(ship.berth(), true) : ship);

    @Test
    void holds_where_a_berth_is_free_once_its_ship_has_left() {
        Laws.of(port(HoldingLawTest::moor, HoldingLawTest::berths, Set.of("berth")))
                .check();
    }

    @Test
    void notices_a_claim_that_is_decided_without_a_look_at_who_holds_it() {
        assertBroken(
                port(
                        (enter, _) -> Decision.accepted(new ShipMoored(enter.berth())),
                        HoldingLawTest::berths,
                        Set.of("berth")),
                "two entities hold berth=");
    }

    @Test
    void notices_a_holder_that_nobody_finds() {
        assertBroken(port(HoldingLawTest::moor, HoldingLawTest::berths, Set.of()), "no event carries it");
    }

    @Test
    void notices_a_release_that_never_comes() {
        assertBroken(
                port(HoldingLawTest::moor, ship -> List.of(ship.berth()), Set.of("berth")), "[frees a value of berth]");
    }

    private static void assertBroken(Catalogue<Ship, Command, Event> catalogue, String message) {
        assertThatThrownBy(() -> Laws.of(catalogue).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    private static Decision<Event> moor(EnterPort enter, Occasion occasion) {
        return occasion.holderOf("berth", enter.berth()).isPresent()
                ? Decision.refused(No.BERTH_TAKEN)
                : Decision.accepted(new ShipMoored(enter.berth()));
    }

    private static List<String> berths(Ship ship) {
        return ship.gone() ? List.of() : List.of(ship.berth());
    }

    /** @param tagged keys by which a mooring is found; one in all histories has another, so that the key is known to be the ship's own */
    private static Catalogue<Ship, Command, Event> port(
            Decider.Create<EnterPort, Event> moor, Function<Ship, Collection<String>> holds, Set<String> tagged) {
        return Catalogue.of("ship", "ships", SHIP)
                .creates(EnterPort.class, moor, Role.SALES_REP)
                .claims(EnterPort.class, "berth", (_, _, enter) -> List.of(enter.berth()))
                .holds("berth", holds)
                .command(LeavePort.class, Role.SALES_REP)
                .event(ShipMoored.class, "ship.moored", 1)
                .tags(
                        ShipMoored.class,
                        moored -> tagged.isEmpty() && !moored.berth().isBlank()
                                ? Set.of()
                                : Set.of(new Tag("berth", moored.berth())))
                .event(ShipSailed.class, "ship.sailed", 1)
                .refusals(No.class)
                .open()
                .view(View.class, ship -> new View(ship.gone() ? "GONE" : "MOORED"));
    }
}
