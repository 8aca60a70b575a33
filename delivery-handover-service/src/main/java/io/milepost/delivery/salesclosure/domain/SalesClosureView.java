package io.milepost.delivery.salesclosure.domain;

import io.milepost.delivery.kernel.Checklist;
import io.milepost.delivery.kernel.Lesson;
import io.milepost.delivery.kernel.Waiver;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesLessonRecorded;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.TaskEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of the closure of a sales project.
 *
 * @param status OPENED, ITEMS_OPEN once the first item is done or waived, READY when none is open, CLOSED
 * @param contractId what the deal was won by
 * @param open what is still to do, in the order of the template
 */
public record SalesClosureView(
        String status,
        UUID opportunityId,
        Outcome outcome,
        @Nullable UUID contractId,
        String template,
        int templateVersion,
        List<SalesItemView> items,
        List<SalesItem> open,
        List<Lesson> lessons,
        @Nullable LocalDate closedOn) {
    public SalesClosureView {
        items = List.copyOf(items);
        open = List.copyOf(open);
        lessons = List.copyOf(lessons);
    }

    /**
     * One item.
     *
     * @param status OPEN, DONE or WAIVED
     */
    public record SalesItemView(
            SalesItem item,
            String status,
            @Nullable String reason,
            @Nullable String approvedBy) {}

    public static @Nullable SalesClosureView of(SalesClosure state) {
        return switch (state) {
            case SalesClosure.Unknown _ -> null;
            case SalesClosure.Open open -> view(open.checklist().status(), open, null);
            case SalesClosure.Closed closed -> view("CLOSED", closed, closed.closedOn());
        };
    }

    private static SalesClosureView view(String status, SalesClosure.Known closure, @Nullable LocalDate closedOn) {
        var opening = closure.opening();
        var checklist = closure.checklist();
        return new SalesClosureView(
                status,
                opening.opportunityId(),
                opening.outcome(),
                opening.contractId(),
                opening.template(),
                opening.templateVersion(),
                checklist.items().stream().map(item -> item(checklist, item)).toList(),
                checklist.open(),
                checklist.tasks().stream().flatMap(SalesClosureView::lesson).toList(),
                closedOn);
    }

    private static Stream<Lesson> lesson(TaskEvent task) {
        return task instanceof SalesLessonRecorded(var _, var experience, var text)
                ? Stream.of(new Lesson(experience, text))
                : Stream.of();
    }

    private static SalesItemView item(Checklist<SalesItem, TaskEvent> checklist, SalesItem item) {
        var waiver = checklist.waiver(item);
        return new SalesItemView(
                item,
                checklist.statusOf(item),
                waiver.map(Waiver::reason).orElse(null),
                waiver.map(Waiver::approvedBy).orElse(null));
    }
}
