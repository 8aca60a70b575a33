package io.milepost.delivery.lesson;

import static io.milepost.delivery.lesson.KeptLesson.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.kernel.LessonKind;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that was learned from a project, as it was kept last. */
public record KeptLesson(LessonCollected kept, @Nullable String keywords) {
    static final Decider<KeptLesson, Command, Event> DECIDER =
            new Decider<>(KeptLesson::decide, KeptLesson::begin, KeptLesson::evolve);

    /**
     * Keeps what was learned. Recorded lessons of a closure are kept by themselves; problems, innovations and proposals by whoever reviews.
     *
     * @param projectId of the closure: the contract's of a delivery, the opportunity's of a sales project
     * @param text may not contain personal data
     * @param keywords by which it is found besides
     */
    public record KeepLesson(
            UUID projectId,
            LessonKind kind,
            @Limit(Limit.TEXT) String text,
            @Nullable @Limit(Limit.NOTE) String keywords) {}

    /**
     * Sent by automations alone: what whoever ended a deal without a contract learned from it. Such a deal need not have a project that is
     * closed.
     *
     * @param outcome how it ended
     */
    public record KeepLessonOfDeal(UUID opportunityId, String outcome, String text) {}

    public sealed interface Command {}

    /** Says by which words it is found besides. */
    public record SetKeywords(@Limit(Limit.NOTE) String keywords) implements Command {}

    public sealed interface Event {}

    /**
     * It was kept.
     *
     * @param project whose closure it is from; that of sales where a deal without one ended
     * @param outcome how its deal ended, of a sales project
     */
    public record LessonCollected(
            UUID projectId,
            Project project,
            UUID opportunityId,
            @Nullable String outcome,
            LessonKind kind,
            String text,
            @Nullable String keywords,
            LocalDate on)
            implements Event {}

    public record KeywordsSet(String keywords) implements Event {}

    public enum Project {
        SALES,
        DELIVERY
    }

    public enum No implements Refusal {
        PROJECT_UNKNOWN(state("no project with this id is being closed or was closed"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** A delivery that has a closure. */
    record ClosingDelivery(UUID opportunityId) {}

    /** A sales project that has one. */
    record ClosingSale(UUID opportunityId, String outcome) {}

    /** Of a lesson that a closure records; the same of the same project is one, as it is there. */
    public static UUID idOf(UUID projectId, LessonKind kind, String text) {
        return UUID.nameUUIDFromBytes(
                "lesson %s %s %s".formatted(projectId, kind, text).getBytes(StandardCharsets.UTF_8));
    }

    static Decision<Event> keep(KeepLesson keep, Occasion occasion) {
        var delivery = occasion.read(ClosingDelivery.class);
        var sale = occasion.read(ClosingSale.class);
        return check().that(delivery.isPresent() || sale.isPresent(), "/projectId", PROJECT_UNKNOWN)
                .text("/text", keep.text())
                .text("/keywords", keep.keywords())
                .accept(() -> new LessonCollected(
                        keep.projectId(),
                        delivery.isPresent() ? Project.DELIVERY : Project.SALES,
                        delivery.map(ClosingDelivery::opportunityId)
                                .orElseGet(() -> sale.orElseThrow().opportunityId()),
                        delivery.isPresent() ? null : sale.orElseThrow().outcome(),
                        keep.kind(),
                        keep.text(),
                        keep.keywords(),
                        occasion.today()));
    }

    static Decision<Event> keepOfDeal(KeepLessonOfDeal keep, Occasion occasion) {
        return accepted(new LessonCollected(
                keep.opportunityId(),
                Project.SALES,
                keep.opportunityId(),
                keep.outcome(),
                LessonKind.FAILURE,
                keep.text(),
                null,
                occasion.today()));
    }

    static Decision<Event> decide(KeptLesson lesson, Command command, Occasion occasion) {
        return switch (command) {
            case SetKeywords(var words) ->
                words.equals(lesson.keywords)
                        ? unchanged()
                        : check().text("/keywords", words).accept(() -> new KeywordsSet(words));
        };
    }

    static KeptLesson begin(Event first) {
        var kept = (LessonCollected) first;
        return new KeptLesson(kept, kept.keywords());
    }

    static KeptLesson evolve(KeptLesson lesson, Event event) {
        return switch (event) {
            case LessonCollected _ -> lesson;
            case KeywordsSet(var words) -> new KeptLesson(lesson.kept, words);
        };
    }
}
