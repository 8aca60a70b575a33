package io.milepost.delivery.handover.domain;

import io.milepost.delivery.handover.domain.HandoverEvent.EntrustmentLetterIssued;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverInitiated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a handover has gathered, whatever stage it is in.
 *
 * @param letter the letter of entrustment that counts, the latest
 * @param overdue whether the due date passed before it was accepted, as far as is known
 */
public record Dossier(
        HandoverInitiated initiated,
        @Nullable EntrustmentLetterIssued letter,
        List<PackageItem> items,
        boolean overdue) {

    private static final List<ItemKind> MANDATORY =
            List.of(ItemKind.DOCUMENT, ItemKind.CUSTOMER_INFORMATION, ItemKind.RISK);

    public Dossier {
        items = List.copyOf(items);
    }

    static Dossier of(HandoverInitiated initiated) {
        return new Dossier(initiated, null, List.of(), false);
    }

    Optional<EntrustmentLetterIssued> entrustment() {
        return Optional.ofNullable(letter);
    }

    /** Nothing was gathered yet. */
    boolean isEmpty() {
        return letter == null && items.isEmpty();
    }

    /** What a package has to hold and does not: the letter, or a kind of piece. Promises need not have been made. */
    List<String> missing() {
        var letters = letter == null ? Stream.of("ENTRUSTMENT_LETTER") : Stream.<String>empty();
        var kinds = MANDATORY.stream()
                .filter(kind -> items.stream().noneMatch(item -> item.kind() == kind))
                .map(ItemKind::name);
        return Stream.concat(letters, kinds).toList();
    }

    /** The due date, once it has passed not again; a migrated handover is waited for by nobody. */
    Optional<LocalDate> awaited() {
        return initiated.migrated() || overdue ? Optional.empty() : Optional.of(initiated.dueOn());
    }

    Dossier with(EntrustmentLetterIssued issued) {
        return new Dossier(initiated, issued, items, overdue);
    }

    Dossier with(PackageItem item) {
        var more = new ArrayList<>(items);
        more.add(item);
        return new Dossier(initiated, letter, more, overdue);
    }

    /** What was accepted in time and noted late is not late. */
    Dossier acceptedOn(LocalDate day) {
        return new Dossier(initiated, letter, items, overdue && day.isAfter(initiated.dueOn()));
    }

    Dossier late() {
        return new Dossier(initiated, letter, items, true);
    }
}
