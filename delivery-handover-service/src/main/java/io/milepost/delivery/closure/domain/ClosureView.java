package io.milepost.delivery.closure.domain;

import io.milepost.delivery.closure.domain.ClosureEvent.LessonRecorded;
import io.milepost.delivery.closure.domain.ClosureEvent.TaskEvent;
import io.milepost.delivery.kernel.Checklist;
import io.milepost.delivery.kernel.Lesson;
import io.milepost.delivery.kernel.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a closure.
 *
 * @param status OPENED, ITEMS_OPEN once the first item is done or waived, READY when none is open, CLOSED
 * @param open what is still to do, in the order of the template; also what was reopened after the close
 */
public record ClosureView(
        String status,
        UUID contractId,
        UUID opportunityId,
        UUID accountId,
        ClosureKind kind,
        String template,
        int templateVersion,
        List<ItemView> items,
        List<ClosureItem> open,
        List<Lesson> lessons,
        @Nullable LocalDate closedOn) {
    public ClosureView {
        items = List.copyOf(items);
        open = List.copyOf(open);
        lessons = List.copyOf(lessons);
    }

    /**
     * One item.
     *
     * @param status OPEN, DONE or WAIVED
     */
    public record ItemView(
            ClosureItem item,
            String status,
            @Nullable String reason,
            @Nullable String approvedBy) {}

    public static @Nullable ClosureView of(Closure state) {
        return switch (state) {
            case Closure.Unknown _ -> null;
            case Closure.Open open -> view(open.checklist().status(), open, null);
            case Closure.Closed closed -> view("CLOSED", closed, closed.closedOn());
        };
    }

    private static ClosureView view(String status, Closure.Known closure, @Nullable LocalDate closedOn) {
        var project = closure.project();
        var checklist = closure.checklist();
        return new ClosureView(
                status,
                project.contractId(),
                project.opportunityId(),
                project.accountId(),
                ClosureKind.DELIVERY_PROJECT,
                project.template(),
                project.templateVersion(),
                checklist.items().stream().map(item -> item(checklist, item)).toList(),
                checklist.open(),
                checklist.tasks().stream().flatMap(ClosureView::lesson).toList(),
                closedOn);
    }

    private static Stream<Lesson> lesson(TaskEvent task) {
        return task instanceof LessonRecorded(var _, var experience, var text)
                ? Stream.of(new Lesson(experience, text))
                : Stream.of();
    }

    private static ItemView item(Checklist<ClosureItem, TaskEvent> checklist, ClosureItem item) {
        var waiver = checklist.waiver(item);
        return new ItemView(
                item,
                checklist.statusOf(item),
                waiver.map(Waiver::reason).orElse(null),
                waiver.map(Waiver::approvedBy).orElse(null));
    }
}
