package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueWalkTest {

    sealed interface Wish {
        record MakeThing(Object anything) implements Wish {}

        record ForgetThing(String why) implements Wish {}
    }

    sealed interface Fact {
        record ThingMade(int size, String note) implements Fact {}

        record ThingForgotten(String why) implements Fact {}
    }

    enum Why implements Refusal {
        No_Way;

        @Override
        public Reason reason() {
            return Refusal.rule("");
        }
    }

    record View(String state) {}

    @Test
    void has_nothing_to_say_about_a_sound_catalogue() {
        CatalogueWalk.check(List.of(ParcelMessages.CATALOGUE));
    }

    @Test
    void names_every_fault_at_once() {
        var catalogue = Catalogue.<String, Wish, Fact>of(
                        "thing",
                        "things",
                        new Decider<>(
                                (state, wish, occasion) -> Decision.unchanged(), fact -> "", (state, fact) -> state))
                .creates(Wish.MakeThing.class, (wish, occasion) -> Decision.unchanged(), Role.ANALYST)
                .event(Fact.ThingMade.class, "stuff.make", 0)
                .personal(Fact.ThingMade.class, (id, made) -> id, "note", "size")
                .refusals(Why.class)
                .open()
                .view(View.class, state -> new View(state));
        assertThatThrownBy(() -> CatalogueWalk.check(List.of(catalogue)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("MakeThing.anything: Object is not a plain value")
                .hasMessageContaining("command ForgetThing has no row")
                .hasMessageContaining("event ThingForgotten has no row")
                .hasMessageContaining("stuff.make.v0 has no version from 1")
                .hasMessageContaining("stuff.make does not begin with thing.")
                .hasMessageContaining("stuff.make is not in the past tense")
                .hasMessageContaining("stuff.make.v0 has no text field size to seal")
                .hasMessageContaining("stuff.make.v0 seals size, of which PersonalKind does not say who reads it")
                .hasMessageContaining("No_Way is not an upper-case code")
                .hasMessageContaining("No_Way explains nothing")
                .hasMessageContaining("View has no status")
                .message()
                .doesNotContain("no text field note");
    }

    @Test
    void notices_what_two_catalogues_share() {
        assertThatThrownBy(() -> CatalogueWalk.check(List.of(ParcelMessages.CATALOGUE, ParcelMessages.CATALOGUE)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("command PostParcel is there twice")
                .hasMessageContaining("path /parcels/weigh is there twice")
                .hasMessageContaining("event parcel.posted.v1 is there twice");
    }
}
