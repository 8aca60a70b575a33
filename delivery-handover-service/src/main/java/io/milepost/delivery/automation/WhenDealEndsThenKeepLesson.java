package io.milepost.delivery.automation;

import static io.milepost.platform.inbox.Automation.Unreached.ALREADY_EXISTS;

import io.milepost.delivery.inbound.opportunity.LessonOfDeal;
import io.milepost.delivery.kernel.LessonKind;
import io.milepost.delivery.lesson.KeptLesson;
import io.milepost.delivery.lesson.KeptLesson.KeepLessonOfDeal;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * What was learned from a deal that ended without a contract is found where all lessons are, whatever its sales process asks for. The
 * same lesson in the closure of its sales project is the same one.
 */
public final class WhenDealEndsThenKeepLesson {

    public static final Automation<LessonOfDeal> LOST = of("lost", "LOST");
    public static final Automation<LessonOfDeal> WITHDRAWN = of("withdrawn", "WITHDRAWN");
    public static final Automation<LessonOfDeal> REJECTED = of("rejected", "REJECTED");

    private WhenDealEndsThenKeepLesson() {}

    private static Automation<LessonOfDeal> of(String verb, String outcome) {
        return new Automation<>(
                "when-opportunity-%s-then-keep-lesson".formatted(verb),
                "opportunity",
                "opportunity.%s.v1".formatted(verb),
                LessonOfDeal.class,
                (cause, ended) -> keep(cause, outcome, ended),
                Set.of(ALREADY_EXISTS));
    }

    private static Optional<Reaction.Command> keep(Inbound cause, String outcome, LessonOfDeal ended) {
        var how = Boolean.TRUE.equals(ended.atiRejected()) ? "ATI_REJECTED" : outcome;
        return Optional.ofNullable(ended.lessons())
                .filter(text -> !text.isBlank())
                .map(text -> new Reaction.Command(
                        KeptLesson.idOf(cause.subject(), LessonKind.FAILURE, text),
                        new KeepLessonOfDeal(cause.subject(), how, text)));
    }
}
