package io.milepost.delivery.automation;

import static io.milepost.platform.inbox.Automation.Unreached.ALREADY_EXISTS;

import io.milepost.delivery.inbound.delivery.LessonRecorded;
import io.milepost.delivery.lesson.KeptLesson;
import io.milepost.delivery.lesson.KeptLesson.KeepLesson;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** The lessons of all closures are found in one place. */
public final class WhenLessonRecordedThenKeepLesson {

    public static final Automation<LessonRecorded> DELIVERY = of("when-lesson-recorded-then-keep-lesson", "closure");

    public static final Automation<LessonRecorded> SALES =
            of("when-sales-lesson-recorded-then-keep-lesson", "sales-closure");

    private WhenLessonRecordedThenKeepLesson() {}

    private static Automation<LessonRecorded> of(String name, String closure) {
        return new Automation<>(
                name,
                "delivery",
                closure + ".lesson-recorded.v1",
                LessonRecorded.class,
                WhenLessonRecordedThenKeepLesson::keep,
                Set.of(ALREADY_EXISTS));
    }

    private static Optional<Reaction.Command> keep(Inbound cause, LessonRecorded lesson) {
        var keep = new KeepLesson(cause.subject(), lesson.experience(), lesson.text(), null);
        return Optional.of(
                new Reaction.Command(KeptLesson.idOf(cause.subject(), lesson.experience(), lesson.text()), keep));
    }
}
