package io.milepost.delivery.lesson;

import static io.milepost.delivery.closure.ClosureCatalogue.CLOSURE;
import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_CLOSURE;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;

import io.milepost.delivery.kernel.LessonKind;
import io.milepost.delivery.lesson.KeptLesson.*;
import io.milepost.platform.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lesson's commands and events. It is known to all, or nobody would learn from it. */
public final class LessonCatalogue {

    public static final Catalogue<KeptLesson, Command, Event> LESSON = Catalogue.of(
                    "lesson", "lessons", KeptLesson.DECIDER)
            .creates(KeepLesson.class, KeptLesson::keep, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .reads(
                    KeepLesson.class,
                    () -> CLOSURE,
                    (_, keep) -> keep.projectId(),
                    ClosingDelivery.class,
                    closure -> new ClosingDelivery(closure.opening().opportunityId()))
            .reads(
                    KeepLesson.class,
                    () -> SALES_CLOSURE,
                    (_, keep) -> keep.projectId(),
                    ClosingSale.class,
                    closure -> new ClosingSale(
                            closure.opening().opportunityId(),
                            closure.opening().outcome().name()))
            .creates(KeepLessonOfDeal.class, KeptLesson::keepOfDeal)
            .command(SetKeywords.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .event(LessonCollected.class, "lesson.collected", 1)
            .event(KeywordsSet.class, "lesson.keywords-set", 1)
            .open()
            .refusals(No.class, TEXT_MISSING)
            .view(View.class, View::of);

    private LessonCatalogue() {}

    /**
     * What a read shows; a list of them is asked with {@code text=has:...} and {@code keywords=has:...}.
     *
     * @param status KEPT, the only one
     */
    public record View(
            String status,
            Project project,
            UUID projectId,
            UUID opportunityId,
            @Nullable String outcome,
            LessonKind kind,
            String text,
            @Nullable String keywords,
            LocalDate keptOn) {
        static View of(KeptLesson lesson) {
            var kept = lesson.kept();
            return new View(
                    "KEPT",
                    kept.project(),
                    kept.projectId(),
                    kept.opportunityId(),
                    kept.outcome(),
                    kept.kind(),
                    kept.text(),
                    lesson.keywords(),
                    kept.on());
        }
    }
}
