package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.PostParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelEvent;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelDelivered;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelWeighed;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Each law holds for a sound aggregate and is broken by one that was made to break it. */
class LawsTest {
    private static final Catalogue<Parcel, ParcelCommand, ParcelEvent> SOUND = ParcelMessages.CATALOGUE;
    private static final Decider.Decide<Parcel, ParcelCommand, ParcelEvent> DECIDE = Parcel.DECIDER.decide();
    private static final Decider.Begin<Parcel, ParcelEvent> BEGIN = Parcel.DECIDER.begin();
    private static final Decider.Evolve<Parcel, ParcelEvent> EVOLVE = Parcel.DECIDER.evolve();

    @Test
    void hold_for_a_sound_aggregate() {
        Laws.of(SOUND).terminal("DELIVERED").check();
    }

    @Test
    void notice_a_decide_that_throws() {
        assertBroken(
                deciding((state, command, occasion) -> {
                    if (state instanceof Parcel.Delivered && command instanceof WeighParcel) {
                        throw new IllegalStateException("planted");
                    }
                    return DECIDE.decide(state, command, occasion);
                }),
                "planted");
    }

    @Test
    void notice_an_evolve_that_throws() {
        assertBroken(
                evolving((state, event) -> {
                    if (event instanceof ParcelDelivered) {
                        throw new IllegalStateException("planted");
                    }
                    return EVOLVE.evolve(state, event);
                }),
                "planted");
    }

    @Test
    void notice_a_view_that_throws() {
        assertBroken(
                viewing(state -> {
                    if (state instanceof Parcel.Delivered) {
                        throw new IllegalStateException("planted");
                    }
                    return Parcel.view(state);
                }),
                "planted");
    }

    /** Written at any length and read up to a hundred characters. */
    @JsonDeserialize(using = NarrowReader.class)
    record Inscription(String text) {}

    static final class NarrowReader extends StdDeserializer<Inscription> {
        NarrowReader() {
            super(Inscription.class);
        }

        @Override
        public Inscription deserialize(JsonParser parser, DeserializationContext context) {
            var text = context.readTree(parser).path("text").asString();
            return text.length() > 100 ? context.reportInputMismatch(this, "planted") : new Inscription(text);
        }
    }

    record EngraveStone(String text) {}

    record StoneEngraved(Inscription inscription) {}

    record Stone(String status) {}

    @Test
    void notice_a_reader_that_is_narrower_than_its_writer() {
        Decider<Inscription, EngraveStone, StoneEngraved> engraving =
                new Decider<>((_, _, _) -> Decision.unchanged(), StoneEngraved::inscription, (stone, _) -> stone);
        var narrow = Catalogue.of("stone", "stones", engraving)
                .creates(
                        EngraveStone.class,
                        (engrave, _) -> Decision.accepted(new StoneEngraved(new Inscription(engrave.text()))),
                        Role.SALES_REP)
                .event(StoneEngraved.class, "stone.engraved", 1)
                .open()
                .view(Stone.class, _ -> new Stone("ENGRAVED"));

        assertThatThrownBy(() -> Laws.of(narrow).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what was accepted is not kept")
                .hasMessageContaining("stone.engraved.v1 cannot be read back");
    }

    @Test
    void notice_a_decision_that_depends_on_more_than_it_was_told() {
        var calls = new AtomicInteger();
        assertBroken(
                deciding((state, command, occasion) -> {
                    var decision = DECIDE.decide(state, command, occasion);
                    return command instanceof WeighParcel && state instanceof Parcel.Posted
                            ? Decision.accepted(new ParcelWeighed(calls.incrementAndGet()))
                            : decision;
                }),
                "two answers");
    }

    @Test
    void notice_a_fold_that_depends_on_more_than_the_events() {
        var calls = new AtomicInteger();
        assertBroken(
                evolving((state, event) -> EVOLVE.evolve(state, event) instanceof Parcel.Posted posted
                        ? new Parcel.Posted(
                                "label " + calls.incrementAndGet(), posted.recipient(), posted.worth(), posted.grams())
                        : EVOLVE.evolve(state, event)),
                "another state");
    }

    @Test
    void notice_a_state_that_is_changed_by_what_comes_after_it() {
        record Seen(String status) {}
        Decider.Decide<List<Integer>, ParcelCommand, ParcelEvent> decide =
                (state, command, _) -> command instanceof WeighParcel(var grams) && !state.contains(grams)
                        ? Decision.accepted(new ParcelWeighed(grams))
                        : Decision.unchanged();
        Decider.Evolve<List<Integer>, ParcelEvent> evolve = (weights, event) -> {
            weights.add(((ParcelWeighed) event).grams());
            return weights;
        };
        Decider.Begin<List<Integer>, ParcelEvent> begin = first -> evolve.evolve(new ArrayList<>(), first);
        var catalogue = Catalogue.of("parcel", "parcels", new Decider<>(decide, begin, evolve))
                .creates(PostParcel.class, (_, _) -> Decision.accepted(new ParcelWeighed(1)), Role.SALES_REP)
                .command(WeighParcel.class, Role.SALES_REP)
                .event(ParcelWeighed.class, "parcel.weighed", 1)
                .open()
                .view(Seen.class, _ -> new Seen("WEIGHED"));

        assertThatThrownBy(() -> Laws.of(catalogue).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("changed by what came after");
    }

    @Test
    void notice_a_command_that_works_twice() {
        var weighing = deciding(
                (state, command, occasion) -> command instanceof WeighParcel weigh && state instanceof Parcel.Posted
                        ? Decision.accepted(new ParcelWeighed(weigh.grams()))
                        : DECIDE.decide(state, command, occasion));
        assertBroken(weighing, "a second time");
        Laws.of(weighing).terminal("DELIVERED").repeating(WeighParcel.class).check();
    }

    @Test
    void notice_a_refusal_that_leaves_what_only_acceptance_may() {
        assertBroken(
                deciding((state, command, occasion) -> {
                    var decision = DECIDE.decide(state, command, occasion);
                    return decision instanceof Decision.Refused<ParcelEvent> refused
                                    && command instanceof WeighParcel
                                    && state instanceof Parcel.Posted
                            ? refused.onRecord(List.of(new ParcelWeighed(1)))
                            : decision;
                }),
                "record of a refusal");
    }

    @Test
    void notice_a_reason_that_the_catalogue_lacks() {
        assertBroken(
                new Catalogue<>(
                        SOUND.aggregate(),
                        SOUND.plural(),
                        SOUND.decider(),
                        SOUND.owner(),
                        SOUND.keepers(),
                        SOUND.readers(),
                        SOUND.holds(),
                        SOUND.view(),
                        SOUND.viewType(),
                        SOUND.commands(),
                        SOUND.events(),
                        List.<Refusal>of(ParcelRefusal.LABEL_TAKEN)),
                "the catalogue lacks");
    }

    @Test
    void notice_an_entity_that_nobody_can_see() {
        assertBroken(viewing(state -> state instanceof Parcel.Delivered ? null : Parcel.view(state)), "no view");
    }

    @Test
    void notice_a_way_out_of_a_terminal_status() {
        assertThatThrownBy(() -> Laws.of(SOUND).terminal("POSTED").check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POSTED is terminal, yet DELIVERED followed");
    }

    @Test
    void notice_an_event_that_no_history_meets() {
        var neverDelivering = deciding((state, command, occasion) -> command instanceof DeliverParcel
                ? Decision.refused(ParcelRefusal.NOT_UNDER_WAY)
                : DECIDE.decide(state, command, occasion));
        assertBroken(neverDelivering, "[ParcelDelivered]");
        Laws.of(neverDelivering).rare(ParcelDelivered.class).check();
    }

    @Test
    void use_the_values_that_were_suggested() {
        var random =
                java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        var records = new RandomRecords(java.util.Map.of()).suggesting("WeighParcel.grams", List.of(4711));
        assertThat(java.util.stream.Stream.generate(() -> records.next(WeighParcel.class, random))
                        .limit(50))
                .filteredOn(weigh -> weigh.grams() == 4711)
                .hasSizeGreaterThan(20);
    }

    private static void assertBroken(Catalogue<Parcel, ParcelCommand, ParcelEvent> catalogue, String message) {
        assertThatThrownBy(() -> Laws.of(catalogue).terminal("DELIVERED").check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    private static Catalogue<Parcel, ParcelCommand, ParcelEvent> deciding(
            Decider.Decide<Parcel, ParcelCommand, ParcelEvent> decide) {
        return of(new Decider<>(decide, BEGIN, EVOLVE), SOUND.view());
    }

    private static Catalogue<Parcel, ParcelCommand, ParcelEvent> evolving(Decider.Evolve<Parcel, ParcelEvent> evolve) {
        return of(new Decider<>(DECIDE, BEGIN, evolve), SOUND.view());
    }

    private static Catalogue<Parcel, ParcelCommand, ParcelEvent> viewing(Function<Parcel, @Nullable Record> view) {
        return of(SOUND.decider(), view);
    }

    private static Catalogue<Parcel, ParcelCommand, ParcelEvent> of(
            Decider<Parcel, ParcelCommand, ParcelEvent> decider, Function<Parcel, @Nullable Record> view) {
        return new Catalogue<>(
                SOUND.aggregate(),
                SOUND.plural(),
                decider,
                SOUND.owner(),
                SOUND.keepers(),
                SOUND.readers(),
                SOUND.holds(),
                view,
                SOUND.viewType(),
                SOUND.commands(),
                SOUND.events(),
                SOUND.refusals());
    }
}
