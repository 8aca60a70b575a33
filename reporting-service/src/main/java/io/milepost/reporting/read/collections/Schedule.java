package io.milepost.reporting.read.collections;

import io.milepost.reporting.read.cells.View;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the report knows of one contract's payments; amounts in minor units.
 *
 * @param late instalments that became overdue, with what is open of them now
 */
record Schedule(
        String owner,
        String currency,
        List<Due> dues,
        long received,
        List<Late> late,
        List<Share> shares,
        LocalDate day)
        implements View {
    Schedule {
        dues = List.copyOf(dues);
        late = List.copyOf(late);
        shares = List.copyOf(shares);
    }

    /** An amount to be paid by a day. */
    record Due(LocalDate on, long minor) {}

    /** An instalment that became overdue. */
    record Late(int number, long open) {}

    /** What a receipt paid of an instalment. */
    record Share(String receiptNo, int number, long minor) {}

    static Schedule of(String owner, String currency, LocalDate day) {
        return new Schedule(owner, currency, List.of(), 0, List.of(), List.of(), day);
    }

    Schedule due(Due due, LocalDate on) {
        return new Schedule(owner, currency, with(dues, due), received, late, shares, notBefore(on));
    }

    Schedule received(long minor, LocalDate on) {
        long sum = Math.addExact(received, minor);
        return new Schedule(owner, currency, dues, sum, late, shares, notBefore(on));
    }

    Schedule matched(Share share, LocalDate on) {
        var open = paid(late, share.number(), share.minor());
        return new Schedule(owner, currency, dues, received, open, with(shares, share), notBefore(on));
    }

    /** What the receipt had paid is open again; an instalment that was late is late again. */
    Schedule reversed(String receiptNo, long minor, LocalDate on) {
        var open = late;
        for (Share share : shares) {
            if (share.receiptNo().equals(receiptNo)) {
                open = paid(open, share.number(), -share.minor());
            }
        }
        var kept = shares.stream()
                .filter(share -> !share.receiptNo().equals(receiptNo))
                .toList();
        return new Schedule(owner, currency, dues, Math.subtractExact(received, minor), open, kept, notBefore(on));
    }

    /** The event says all that is open, so it replaces what was known of the instalment. */
    Schedule overdue(Late now, LocalDate on) {
        var others =
                late.stream().filter(known -> known.number() != now.number()).toList();
        return new Schedule(owner, currency, dues, received, with(others, now), shares, notBefore(on));
    }

    private static List<Late> paid(List<Late> late, int number, long minor) {
        return late.stream()
                .map(one -> one.number() == number ? new Late(number, Math.subtractExact(one.open(), minor)) : one)
                .toList();
    }

    private static <T> List<T> with(List<T> items, T more) {
        return Stream.concat(items.stream(), Stream.of(more)).toList();
    }
}
