package io.milepost.reporting.inbound.delivery;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types and fields of delivery-handover-service's closure events that reports use. */
public final class ClosureFacts {
    public static final String SOURCE = "delivery";
    public static final String OPENED = "closure.opened.v1";
    public static final String ITEM_DONE = "closure.item-done.v1";
    public static final String ITEM_WAIVED = "closure.item-waived.v1";
    public static final String BLOCKED = "closure.blocked.v1";
    public static final String PROJECT_CLOSED = "closure.project-closed.v1";
    public static final String SALES_PROJECT_CLOSED = "closure.sales-project-closed.v1";

    private ClosureFacts() {}

    /** {@link #OPENED}: the checklist by the names of its items. */
    public record Opened(String kind, List<String> items) {
        public Opened {
            items = List.copyOf(items);
        }
    }

    /** {@link #ITEM_DONE} and {@link #ITEM_WAIVED}. */
    public record Item(String item) {}

    /** {@link #PROJECT_CLOSED} and {@link #SALES_PROJECT_CLOSED}: the calendar day that the business says, else that of the event. */
    public record Closed(@Nullable LocalDate closedOn) {}
}
