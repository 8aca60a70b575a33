package io.milepost.reporting.inbound.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types and fields of delivery-handover-service's closure events that reports use. */
public final class ClosureFacts {
    public static final String SOURCE = "delivery";
    public static final String OPENED = "closure.opened.v1";
    public static final String ITEMS_ADDED = "closure.items-added.v1";
    public static final String ITEM_DONE = "closure.item-done.v1";
    public static final String ITEM_WAIVED = "closure.item-waived.v1";
    public static final String ITEM_REOPENED = "closure.item-reopened.v1";
    public static final String BLOCKED = "closure.blocked.v1";
    public static final String CALLED_OFF = "closure.called-off.v1";
    public static final String PROJECT_CLOSED = "closure.project-closed.v1";
    public static final String SALES_OPENED = "sales-closure.opened.v1";
    public static final String SALES_ITEM_WAIVED = "sales-closure.item-waived.v1";
    public static final String SALES_BLOCKED = "sales-closure.blocked.v1";
    public static final String SALES_PROJECT_CLOSED = "sales-closure.project-closed.v1";
    public static final String SALES_CALLED_OFF = "sales-closure.called-off.v1";

    /** What is filed stays filed, whatever becomes of a closure. */
    public static final String ARCHIVE = "ARCHIVE";

    /** What a sales project's closure is called among the kinds; its events name none. */
    public static final String SALES_PROJECT = "SALES_PROJECT";

    /** Events by which people do an item of a checklist, and the item. */
    public static final Map<String, String> TASKS = Map.ofEntries(
            Map.entry("closure.summary-report-submitted.v1", "SUMMARY_REPORT"),
            Map.entry("closure.lesson-recorded.v1", "LESSONS"),
            Map.entry("closure.people-released.v1", "PEOPLE_RELEASED"),
            Map.entry("closure.financial-evaluation-done.v1", "FINANCIAL_EVALUATION"),
            Map.entry("closure.quality-evaluation-done.v1", "QUALITY_EVALUATION"),
            Map.entry("sales-closure.project-review-held.v1", "PROJECT_REVIEW"),
            Map.entry("sales-closure.summary-report-submitted.v1", "SUMMARY_REPORT"),
            Map.entry("sales-closure.lesson-recorded.v1", "LESSONS"),
            Map.entry("sales-closure.people-released.v1", "PEOPLE_RELEASED"),
            Map.entry("sales-closure.financial-evaluation-done.v1", "FINANCIAL_EVALUATION"),
            Map.entry("sales-closure.quality-evaluation-done.v1", "QUALITY_EVALUATION"),
            Map.entry("sales-closure.archive-done.v1", ARCHIVE));

    private ClosureFacts() {}

    /** {@link #OPENED}: the checklist by the names of its items. */
    public record Opened(String kind, List<String> items) {
        public Opened {
            items = List.copyOf(items);
        }
    }

    /** {@link #ITEMS_ADDED} and {@link #SALES_OPENED}: names of items that the closure asks for. */
    public record Listed(List<String> items) {
        public Listed {
            items = List.copyOf(items);
        }
    }

    /** {@link #ITEM_DONE}, {@link #ITEM_WAIVED}, {@link #ITEM_REOPENED} and {@link #SALES_ITEM_WAIVED}. */
    public record Item(String item) {}

    /** {@link #PROJECT_CLOSED} and {@link #SALES_PROJECT_CLOSED}: the calendar day that the business says, else that of the event. */
    public record Closed(@Nullable LocalDate closedOn) {}
}
