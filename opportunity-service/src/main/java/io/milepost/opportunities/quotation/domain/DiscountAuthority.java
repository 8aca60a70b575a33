package io.milepost.opportunities.quotation.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One version of how much a seller may take off a line without asking. The guides name no limit; the one of version 1 is this
 * product's proposal. A quotation is held against the newest version when it is issued.
 *
 * @param limitPercent of a line, which may be reached and not passed
 */
public record DiscountAuthority(int version, BigDecimal limitPercent) {
    private static final List<DiscountAuthority> ALL = List.of(new DiscountAuthority(1, new BigDecimal("15")));

    static DiscountAuthority newest() {
        return ALL.getLast();
    }

    boolean covers(List<PricedLine> lines) {
        return largest(lines).compareTo(limitPercent) <= 0;
    }

    /** The largest discount of any line, zero where there is none. */
    static BigDecimal largest(List<PricedLine> lines) {
        return lines.stream()
                .map(PricedLine::discountPercent)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }
}
