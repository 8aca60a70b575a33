package io.milepost.leads.marketresearch;

import static io.milepost.leads.marketresearch.MarketResearch.No.*;
import static io.milepost.platform.decision.Usual.AMOUNT_TOO_LARGE;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.leads.kernel.CompetitorCode;
import io.milepost.leads.kernel.SegmentCode;
import io.milepost.leads.marketresearch.MarketResearch.CompetitorShare;
import io.milepost.leads.marketresearch.MarketResearch.PublishMarketResearch;
import io.milepost.leads.marketresearch.MarketResearch.SegmentSize;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a market lies in which segment, and what part of both competitors have. */
final class Parts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;
    private static final String WHOLE = "";

    private Parts() {}

    static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    /** The codes of all segments that it names. */
    static List<String> segments(PublishMarketResearch publish) {
        var codes = new ArrayList<String>();
        for (var one : segmentsOf(publish)) {
            codes.add(one.segment());
        }
        for (var one : competitorsOf(publish)) {
            if (one.segment() != null) {
                codes.add(one.segment());
            }
        }
        return SegmentCode.claimed(codes.toArray(String[]::new));
    }

    /** The codes of all competitors that it names. */
    static List<String> competitors(PublishMarketResearch publish) {
        return CompetitorCode.claimed(
                competitorsOf(publish).stream().map(CompetitorShare::competitor).toList());
    }

    static Checks checked(PublishMarketResearch publish, Occasion occasion, Checks checks) {
        return shares(publish, occasion, sizes(publish, occasion, checks));
    }

    private static Checks sizes(PublishMarketResearch publish, Occasion occasion, Checks checks) {
        var told = new HashSet<String>();
        var segments = segmentsOf(publish);
        var size = publish.marketSize();
        var first =
                size != null || segments.isEmpty() ? size : segments.getFirst().size();
        var currency = first == null ? null : first.currency();
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < segments.size(); i++) {
            var one = segments.get(i);
            var pointer = "/segments/" + i;
            checks = checks.text(pointer + "/segment", one.segment())
                    .that(SegmentCode.isKnown(one.segment(), occasion), pointer + "/segment", SEGMENT_UNKNOWN)
                    .that(told.add(Codes.canonical(one.segment())), pointer + "/segment", SEGMENT_REPEATED)
                    .notNegative(pointer + "/size", one.size())
                    .that(one.size().currency().equals(currency), pointer + "/size/currency", CURRENCIES_MIXED);
            sum = sum.add(one.size().amount());
        }
        return size == null
                ? checks.that(currency == null || !new Money(sum, currency).isTooLarge(), "/segments", AMOUNT_TOO_LARGE)
                : checks.that(sum.compareTo(size.amount()) <= 0, "/segments", SEGMENTS_OVER_MARKET);
    }

    private static Checks shares(PublishMarketResearch publish, Occasion occasion, Checks checks) {
        var sized = new HashSet<String>();
        segmentsOf(publish).forEach(one -> sized.add(Codes.canonical(one.segment())));
        if (publish.marketSize() != null) {
            sized.add(WHOLE);
        }
        var told = new HashSet<List<String>>();
        var sums = new HashMap<String, BigDecimal>();
        var competitors = competitorsOf(publish);
        for (int i = 0; i < competitors.size(); i++) {
            var one = competitors.get(i);
            var pointer = "/competitors/" + i;
            var code = Codes.canonical(one.competitor());
            var of = one.segment() == null ? WHOLE : Codes.canonical(one.segment());
            checks = checks.text(pointer + "/competitor", one.competitor())
                    .that(
                            CompetitorCode.isKnown(one.competitor(), occasion),
                            pointer + "/competitor",
                            COMPETITOR_UNKNOWN)
                    .text(pointer + "/segment", one.segment())
                    .that(
                            one.segment() == null || SegmentCode.isKnown(one.segment(), occasion),
                            pointer + "/segment",
                            SEGMENT_UNKNOWN)
                    .that(sized.contains(of), pointer, SHARE_WITHOUT_SIZE)
                    .that(told.add(List.of(code, of)), pointer + "/competitor", COMPETITOR_REPEATED)
                    .that(isPart(one.percent()), pointer + "/percent", PERCENT_FAULTY);
            sums.merge(of, one.percent(), BigDecimal::add);
        }
        return checks.that(
                sums.values().stream().allMatch(sum -> sum.compareTo(HUNDRED) <= 0),
                "/competitors",
                SHARES_OVER_HUNDRED);
    }

    private static boolean isPart(BigDecimal percent) {
        return percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0 && percent.scale() <= DECIMALS;
    }

    private static List<SegmentSize> segmentsOf(PublishMarketResearch publish) {
        return Objects.requireNonNullElse(publish.segments(), List.of());
    }

    private static List<CompetitorShare> competitorsOf(PublishMarketResearch publish) {
        return Objects.requireNonNullElse(publish.competitors(), List.of());
    }
}
