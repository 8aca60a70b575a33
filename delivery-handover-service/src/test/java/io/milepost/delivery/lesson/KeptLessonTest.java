package io.milepost.delivery.lesson;

import static io.milepost.delivery.lesson.KeptLesson.No.PROJECT_UNKNOWN;
import static io.milepost.delivery.lesson.LessonCatalogue.LESSON;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static io.milepost.platform.inbox.Automation.Unreached.ALREADY_EXISTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.automation.WhenDealEndsThenKeepLesson;
import io.milepost.delivery.automation.WhenLessonRecordedThenKeepLesson;
import io.milepost.delivery.inbound.opportunity.LessonOfDeal;
import io.milepost.delivery.kernel.LessonKind;
import io.milepost.delivery.lesson.KeptLesson.*;
import io.milepost.delivery.lesson.LessonCatalogue.View;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeptLessonTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(LESSON);
    private static final UUID PROJECT = ProducerSamples.SUBJECT;
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Scenario<KeptLesson, Command, Event> NOTHING =
            Scenario.of(LESSON).recording(REACHED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-178, R-179: problems, innovations, proposals and lessons are kept with the project that they are from")
    void is_kept_with_its_project() {
        for (var kind : LessonKind.values()) {
            var keep = new KeepLesson(PROJECT, kind, "ask for the crane early", "crane, delay");
            NOTHING.reading(new ClosingDelivery(DEAL))
                    .when(keep)
                    .then(new LessonCollected(
                            PROJECT, Project.DELIVERY, DEAL, null, kind, keep.text(), "crane, delay", TODAY));
            NOTHING.reading(new ClosingSale(PROJECT, "LOST"))
                    .when(keep)
                    .then(new LessonCollected(
                            PROJECT, Project.SALES, PROJECT, "LOST", kind, keep.text(), "crane, delay", TODAY));
            NOTHING.when(keep).thenRefused(PROJECT_UNKNOWN, "/projectId");
        }
        NOTHING.reading(new ClosingDelivery(DEAL))
                .when(new KeepLesson(PROJECT, LessonKind.PROBLEM, " ", null))
                .thenRefused(TEXT_MISSING, "/text");
    }

    @Test
    void is_given_other_keywords() {
        var kept = NOTHING.given(
                new LessonCollected(PROJECT, Project.DELIVERY, DEAL, null, LessonKind.PROBLEM, "rain", "crane", TODAY));
        kept.when(new SetKeywords("crane")).thenNothing();
        kept.when(new SetKeywords(" ")).thenRefused(TEXT_MISSING, "/keywords");
        var found = kept.when(new SetKeywords("weather")).then(new KeywordsSet("weather"));
        assertThat(View.of(found.state()).keywords()).isEqualTo("weather");
        assertThat(View.of(kept.state()).text()).isEqualTo("rain");
    }

    @Test
    @DisplayName("R-179: the lessons of all closures are kept by themselves, each once")
    void recorded_lessons_are_kept() {
        for (var automation :
                List.of(WhenLessonRecordedThenKeepLesson.DELIVERY, WhenLessonRecordedThenKeepLesson.SALES)) {
            var keep = reaction(automation, "no power");
            assertThat(keep)
                    .contains(new Reaction.Command(
                            KeptLesson.idOf(PROJECT, LessonKind.FAILURE, "no power"),
                            new KeepLesson(PROJECT, LessonKind.FAILURE, "no power", null)));
            assertThat(reaction(automation, "no power")).isEqualTo(keep);
            assertThat(reaction(automation, "no road").orElseThrow().target())
                    .isNotEqualTo(keep.orElseThrow().target());
            assertThat(automation.settledBy()).containsExactly(ALREADY_EXISTS);
            var closure = automation.type().substring(0, automation.type().indexOf('.'));
            for (var sample : ProducerSamples.of("delivery", closure, automation.type())) {
                assertThat(automation.reaction().to(sample, sample.as(automation.data())))
                        .isPresent();
            }
        }
    }

    @Test
    @DisplayName(
            "R-054, R-179: what a deal without a contract taught is kept with it, whatever its process asks for, once")
    void lessons_of_deals_are_kept() {
        for (var ended : List.of(
                Map.entry(WhenDealEndsThenKeepLesson.LOST, "LOST"),
                Map.entry(WhenDealEndsThenKeepLesson.WITHDRAWN, "WITHDRAWN"),
                Map.entry(WhenDealEndsThenKeepLesson.REJECTED, "REJECTED"))) {
            var automation = ended.getKey();
            var keep = ended(automation, "\"lessons\": \"meet the board sooner\", \"more\": 1")
                    .orElseThrow();
            assertThat(ended(automation, "\"lessons\": \"meet the board sooner\", \"more\": 2"))
                    .contains(keep);
            assertThat(keep.target())
                    .as("as a closure that records the same")
                    .isEqualTo(KeptLesson.idOf(PROJECT, LessonKind.FAILURE, "meet the board sooner"));
            var kept = NOTHING.when(keep.command())
                    .then(new LessonCollected(
                            PROJECT,
                            Project.SALES,
                            PROJECT,
                            ended.getValue(),
                            LessonKind.FAILURE,
                            "meet the board sooner",
                            null,
                            TODAY));
            kept.when(keep.command()).thenTaken();
            assertThat(automation.settledBy()).containsExactly(ALREADY_EXISTS);
            assertThat(ended(automation, "\"reason\": \"price\"")).isEmpty();
            assertThat(ended(automation, "\"lessons\": \" \"")).isEmpty();
            var samples = ProducerSamples.of("opportunity", "opportunity", automation.type());
            assertThat(samples).isNotEmpty();
            samples.forEach(sample -> assertThat(sample.as(automation.data())).isNotNull());
        }
        var turnedDown = ended(WhenDealEndsThenKeepLesson.WITHDRAWN, "\"lessons\": \"x\", \"atiRejected\": true");
        assertThat(turnedDown.orElseThrow().command()).isEqualTo(new KeepLessonOfDeal(PROJECT, "ATI_REJECTED", "x"));
    }

    private static Optional<Reaction.Command> ended(Automation<LessonOfDeal> automation, String fields) {
        var event = ProducerSamples.event("opportunity", automation.type(), "{%s}".formatted(fields));
        return automation.reaction().to(event, event.as(automation.data()));
    }

    private static <T> Optional<Reaction.Command> reaction(Automation<T> automation, String text) {
        var event = ProducerSamples.event(
                "delivery", automation.type(), "{\"experience\": \"FAILURE\", \"text\": \"%s\"}".formatted(text));
        return automation.reaction().to(event, event.as(automation.data()));
    }
}
