package io.milepost.leads.segment;

import static io.milepost.leads.segment.Segment.No.*;
import static io.milepost.leads.segment.SegmentCatalogue.SEGMENT;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.kernel.SegmentCode;
import io.milepost.leads.segment.Segment.*;
import io.milepost.leads.segment.SegmentCatalogue.View;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Who;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SEGMENT);
    private static final Scenario<Segment, Command, Event> NONE =
            Scenario.of(SEGMENT).recording(REACHED);
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final Content MILLS = new Content("Steel mills", "mills above 500 people", "the press that lasts");
    private static final Content MORE = new Content("Steel mills", "mills above 200 people", "the press that lasts");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-003: a segment says who belongs to it and which position is wanted, under a code of its own in any spelling")
    void a_code_is_held_by_one_segment() {
        var define = new DefineSegment("MILL", MILLS);
        NONE.when(define).then(new SegmentDefined("MILL", MILLS)).when(define).thenTaken();
        NONE.when(new DefineSegment("mill ", MORE))
                .holding("segment-code=MILL", OTHER)
                .thenRefused(SEGMENT_CODE_TAKEN, "/code");
        NONE.when(define).holding("segment-code=MILLS", OTHER).then(new SegmentDefined("MILL", MILLS));
        assertThat(SEGMENT.event(SegmentDefined.class).tags().apply(new SegmentDefined("mill ", MILLS)))
                .containsExactly(new Tag("segment-code", "MILL"));
    }

    @Test
    @DisplayName("R-003: a segment without code, name, customers or position is refused")
    void nothing_is_left_out() {
        NONE.when(new DefineSegment(" ", MILLS)).thenRefused(TEXT_MISSING, "/code");
        NONE.when(new DefineSegment("MILL", new Content("", "mills", "lasts")))
                .thenRefused(TEXT_MISSING, "/content/name");
        NONE.when(new DefineSegment("MILL", new Content("Mills", "", "lasts")))
                .thenRefused(TEXT_MISSING, "/content/customers");
        NONE.when(new DefineSegment("MILL", new Content("Mills", "mills", " ")))
                .thenRefused(TEXT_MISSING, "/content/positioning");
    }

    @Test
    @DisplayName("R-003: a segment is revised with a reason and keeps its code")
    void is_revised() {
        var defined = NONE.given(new SegmentDefined("MILL", MILLS));
        assertThat(View.of(defined.state())).isEqualTo(new View("DEFINED", "MILL", MILLS, 0, null));
        var revised = defined.when(new ReviseSegment(MORE, "small mills buy too"))
                .then(new SegmentRevised(1, MORE, "small mills buy too"))
                .when(new ReviseSegment(MORE, "small mills buy too"))
                .thenNothing();
        assertThat(View.of(revised.state())).isEqualTo(new View("REVISED", "MILL", MORE, 1, "small mills buy too"));
        revised.when(new ReviseSegment(MORE, "another reason")).thenRefused(SEGMENT_NOT_CHANGED, "/content");
        revised.when(new ReviseSegment(MILLS, " ")).thenRefused(REASON_MISSING, "/reason");
        revised.when(new ReviseSegment(MILLS, "back")).then(new SegmentRevised(2, MILLS, "back"));
    }

    @Test
    @DisplayName("R-003: others ask by code in any spelling whether a segment is known")
    void others_ask_by_code() {
        assertThat(SegmentCode.claimed("mill ", null, " ", "MILL", "shop")).containsExactly("MILL", "SHOP");
        var occasion = new Occasion(
                Scenario.ID,
                Scenario.NOW,
                LocalDate.parse("2026-03-02"),
                new Who("someone", null, true),
                Map.of(),
                Map.of("segment-code=MILL", OTHER),
                Map.of());
        assertThat(SegmentCode.isKnown(" mill", occasion)).isTrue();
        assertThat(SegmentCode.isKnown("shop", occasion)).isFalse();
    }
}
