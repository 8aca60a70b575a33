package io.milepost.delivery.handover;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.kernel.AnalysedRisk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a handover, whatever stage it is in.
 *
 * @param letter the letter of entrustment that counts, the latest
 * @param risks of the sales project, as they went with the package when it was declared ready last
 * @param announced whether those who hold it were reminded of the due date
 * @param overdue whether the due date passed before it was accepted, as far as is known
 * @param calledOffOn the day on which its contract turned out to be signed by mistake; null where it did not
 */
public record Details(
        HandoverInitiated initiated,
        @Nullable EntrustmentLetterIssued letter,
        List<PackageItem> items,
        List<AnalysedRisk> risks,
        boolean announced,
        boolean overdue,
        @Nullable LocalDate calledOffOn) {
    private static final List<ItemKind> MANDATORY =
            List.of(ItemKind.DOCUMENT, ItemKind.CUSTOMER_INFORMATION, ItemKind.RISK);

    public Details {
        items = List.copyOf(items);
        risks = List.copyOf(risks);
    }

    static Details of(HandoverInitiated initiated) {
        return new Details(initiated, null, List.of(), List.of(), false, false, null);
    }

    Optional<EntrustmentLetterIssued> entrustment() {
        return Optional.ofNullable(letter);
    }

    /** Neither a letter nor an item was added yet. */
    boolean isEmpty() {
        return letter == null && items.isEmpty();
    }

    /**
     * What a package must contain and does not: the letter, or a kind of item. There need not be any promises, and risks that
     * travel with it need no item.
     */
    List<String> missing(List<AnalysedRisk> travelling) {
        var letters = letter == null ? Stream.of("ENTRUSTMENT_LETTER") : Stream.<String>empty();
        var kinds = MANDATORY.stream()
                .filter(kind -> items.stream().noneMatch(item -> item.kind() == kind))
                .filter(kind -> kind != ItemKind.RISK || travelling.isEmpty())
                .map(ItemKind::name);
        return Stream.concat(letters, kinds).toList();
    }

    /** The due date, unless it is known to have passed; a migrated handover is awaited by nobody, nor is one that was called off. */
    Optional<LocalDate> awaitedUntil() {
        return initiated.migrated() || overdue || calledOffOn != null
                ? Optional.empty()
                : Optional.of(initiated.dueOn());
    }

    Details with(EntrustmentLetterIssued issued) {
        return new Details(initiated, issued, items, risks, announced, overdue, calledOffOn);
    }

    Details with(PackageItem item) {
        return new Details(
                initiated,
                letter,
                Stream.concat(items.stream(), Stream.of(item)).toList(),
                risks,
                announced,
                overdue,
                calledOffOn);
    }

    Details with(@Nullable List<AnalysedRisk> travelling) {
        return new Details(
                initiated, letter, items, travelling == null ? List.of() : travelling, announced, overdue, calledOffOn);
    }

    /** A handover that was accepted in time, but recorded late, is not overdue. */
    Details acceptedOn(LocalDate day) {
        return new Details(
                initiated, letter, items, risks, announced, overdue && day.isAfter(initiated.dueOn()), calledOffOn);
    }

    Details announce() {
        return new Details(initiated, letter, items, risks, true, overdue, calledOffOn);
    }

    Details late() {
        return new Details(initiated, letter, items, risks, announced, true, calledOffOn);
    }

    Details calledOff(LocalDate on) {
        return new Details(initiated, letter, items, risks, announced, overdue, on);
    }
}
