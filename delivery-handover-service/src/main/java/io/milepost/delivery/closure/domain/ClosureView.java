package io.milepost.delivery.closure.domain;

import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemWaived;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a closure.
 *
 * @param status OPENED, ITEMS_OPEN once the first item is done or waived, READY when none is open, CLOSED
 * @param open what is still to do, in the order of the template
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
        @Nullable LocalDate closedOn) {
    public ClosureView {
        items = List.copyOf(items);
        open = List.copyOf(open);
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
            case Closure.Open open -> view(statusOf(open.checklist()), open, null);
            case Closure.Closed closed -> view("CLOSED", closed, closed.closedOn());
        };
    }

    private static String statusOf(Checklist checklist) {
        if (checklist.open().isEmpty()) {
            return "READY";
        }
        return checklist.isUntouched() ? "OPENED" : "ITEMS_OPEN";
    }

    private static ClosureView view(String status, Closure.Known closure, @Nullable LocalDate closedOn) {
        var opening = closure.opening();
        var checklist = closure.checklist();
        return new ClosureView(
                status,
                opening.contractId(),
                opening.opportunityId(),
                opening.accountId(),
                opening.kind(),
                opening.template(),
                opening.templateVersion(),
                checklist.items().stream().map(item -> item(checklist, item)).toList(),
                checklist.open(),
                closedOn);
    }

    private static ItemView item(Checklist checklist, ClosureItem item) {
        return checklist
                .waiver(item)
                .map(ClosureView::waived)
                .orElseGet(() -> new ItemView(item, checklist.done().contains(item) ? "DONE" : "OPEN", null, null));
    }

    private static ItemView waived(ClosureItemWaived waiver) {
        return new ItemView(waiver.item(), "WAIVED", waiver.reason(), waiver.approvedBy());
    }
}
