package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.PostParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.Size;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelEvent;
import io.milepost.platform.testkit.parcel.ParcelEvent.LabelClashFound;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelDelivered;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelPosted;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelWeighed;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelRefusal;
import io.milepost.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final PostParcel POST = new PostParcel("A-1", null, Money.of("12.50", "USD"), Size.SMALL, List.of());

    private static final Scenario<Parcel, ParcelCommand, ParcelEvent> PARCEL = Scenario.of(ParcelMessages.CATALOGUE);

    @Test
    void tells_a_whole_story() {
        PARCEL.when(POST)
                .at(Instant.parse("2026-05-01T23:30:00Z"))
                .by("kim")
                .then(posted("2026-05-01"))
                .when(new WeighParcel(100))
                .then(new ParcelWeighed(100))
                .when(new WeighParcel(100))
                .thenNothing()
                .when(new DeliverParcel(OTHER))
                .then(new ParcelDelivered(OTHER, Scenario.NOW))
                .when(new WeighParcel(120))
                .thenRefused(ParcelRefusal.NOT_UNDER_WAY);
    }

    @Test
    void sees_holders_and_the_calendar_day_of_the_occasion() {
        PARCEL.when(POST).on(LocalDate.parse("2026-03-03")).then(posted("2026-03-03"));
        PARCEL.when(POST)
                .holding("label=A-1", OTHER)
                .thenRefusedOnRecord(ParcelRefusal.LABEL_TAKEN, new LabelClashFound(OTHER));
        PARCEL.when(POST).to(OTHER).holding("label=A-1", OTHER).then(posted("2026-03-02"));
    }

    @Test
    void fails_on_other_events_than_those_expected() {
        var weighing = PARCEL.given(posted("2026-03-02")).when(new WeighParcel(100));
        weighing.then(new ParcelWeighed(100));
        assertFails(() -> weighing.then(new ParcelWeighed(101)));
        assertFails(() -> weighing.thenNothing());
        assertFails(() -> weighing.thenRefused(ParcelRefusal.NOT_UNDER_WAY));
        assertFails(() -> weighing.then());
    }

    @Test
    void fails_on_another_refusal_or_pointer_or_record_than_the_one_expected() {
        var weighing = PARCEL.given(posted("2026-03-02")).when(new WeighParcel(0));
        weighing.thenRefused(ParcelRefusal.WEIGHT_NOT_POSITIVE, "/grams");
        assertFails(() -> weighing.thenRefused(ParcelRefusal.NOT_UNDER_WAY));
        assertFails(() -> weighing.thenRefused(ParcelRefusal.WEIGHT_NOT_POSITIVE, "/weight"));
        assertFails(() -> weighing.thenRefusedOnRecord(ParcelRefusal.WEIGHT_NOT_POSITIVE, new LabelClashFound(OTHER)));
        assertFails(() -> weighing.thenNothing());
        var clash = PARCEL.when(POST).holding("label=A-1", OTHER);
        assertFails(() -> clash.thenRefused(ParcelRefusal.LABEL_TAKEN));
    }

    @Test
    void answers_for_the_platform_whether_the_entity_is_there() {
        var posted = PARCEL.given(posted("2026-03-02"));
        PARCEL.when(new WeighParcel(5)).thenUnknown();
        posted.when(POST).thenTaken();
        assertFails(() -> PARCEL.when(POST).thenUnknown());
        assertFails(() -> PARCEL.when(POST).thenTaken());
        assertFails(() -> posted.when(new WeighParcel(5)).thenUnknown());
        assertFails(() -> PARCEL.when(new WeighParcel(5)).thenRefused(ParcelRefusal.NOT_UNDER_WAY));
        assertFails(() -> posted.when(POST).then(posted("2026-03-02")));
    }

    @Test
    void names_the_refusals_that_no_scenario_reached() {
        var reached = ReachedRefusals.of(ParcelRefusal.class);
        var parcel = PARCEL.recording(reached);
        parcel.given(posted("2026-03-02"), new ParcelDelivered(OTHER, Scenario.NOW))
                .when(new WeighParcel(5))
                .thenRefused(ParcelRefusal.NOT_UNDER_WAY);
        parcel.given(posted("2026-03-02")).when(new WeighParcel(0)).thenRefused(ParcelRefusal.WEIGHT_NOT_POSITIVE);
        assertThatThrownBy(reached::assertComplete)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("LABEL_TAKEN");
        parcel.when(POST)
                .holding("label=A-1", OTHER)
                .thenRefusedOnRecord(ParcelRefusal.LABEL_TAKEN, new LabelClashFound(OTHER));
        reached.assertComplete();
    }

    @Test
    void folds_what_it_was_given() {
        assertThatThrownBy(PARCEL::state).hasMessage("nothing has happened");
        assertThat(PARCEL.given(posted("2026-03-02"))
                        .given(new ParcelWeighed(7))
                        .state())
                .isEqualTo(new Parcel.Posted("A-1", null, Money.of("12.50", "USD"), 7));
    }

    private static ParcelPosted posted(String day) {
        return new ParcelPosted("A-1", null, Money.of("12.50", "USD"), Size.SMALL, List.of(), LocalDate.parse(day));
    }

    private static void assertFails(Runnable expectation) {
        assertThatThrownBy(expectation::run).isInstanceOf(AssertionError.class);
    }
}
