package io.milepost.reporting.read.trace;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deals as four services tell them, each in its own log; all deals are of one account. */
final class Stories {
    static final UUID ACCOUNT = new UUID(99, 1);
    static final UUID PRICE_LIST = new UUID(99, 2);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    final Map<String, List<Inbound>> topics = new LinkedHashMap<>();
    private int recorded;

    Stories() {
        List.of("lead", "opportunity", "contract", "delivery").forEach(name -> topics.put(name, new ArrayList<>()));
        tell("lead", "account.opened.v1", ACCOUNT, 0, null, "\"profile\":{}");
        tell("opportunity", "price-list.published.v1", PRICE_LIST, 0, null, "\"name\":\"2026\"");
    }

    /** The ids of one deal; the archive record has one of its own. */
    record Deal(UUID lead, UUID opportunity, UUID lostQuotation, UUID quotation, UUID contract, UUID record) {
        static Deal of(int number) {
            return new Deal(id(1, number), id(2, number), id(3, number), id(4, number), id(5, number), id(6, number));
        }

        List<UUID> ids() {
            return List.of(lead, opportunity, lostQuotation, quotation, contract, record);
        }

        private static UUID id(int kind, int number) {
            return new UUID(kind, number);
        }
    }

    /** From lead to closure: 24 events, of them the accounts's own one is no step of the deal. */
    Deal tell(int number) {
        var deal = Deal.of(number);
        var opportunity = "\"opportunityId\":\"%s\",\"accountId\":\"%s\"".formatted(deal.opportunity(), ACCOUNT);
        var contract = "\"contractId\":\"%s\",".formatted(deal.contract()) + opportunity;
        int day = number;
        tell("lead", "lead.captured.v1", deal.lead(), day, null, "\"channel\":\"WEB\",\"need\":\"sealed.v1.a.b\"");
        tell("lead", "lead.registered.v1", deal.lead(), day, null, "\"registeredBy\":\"smith\"");
        var converted = tell("lead", "lead.converted.v1", deal.lead(), day + 1, null, opportunity);
        tell(
                "opportunity",
                "opportunity.identified.v1",
                deal.opportunity(),
                day + 1,
                converted,
                "\"leadId\":\"%s\",\"accountId\":\"%s\",\"owner\":\"smith\"".formatted(deal.lead(), ACCOUNT));
        tell("opportunity", "sales-project.established.v1", deal.opportunity(), day + 2, null, opportunity);
        var quotation = opportunity + ",\"priceListId\":\"%s\"".formatted(PRICE_LIST);
        tell("opportunity", "quotation.drafted.v1", deal.lostQuotation(), day + 3, null, quotation);
        tell("opportunity", "quotation.expired.v1", deal.lostQuotation(), day + 9, null, quotation);
        tell("opportunity", "quotation.drafted.v1", deal.quotation(), day + 4, null, quotation);
        var accepted = tell("opportunity", "quotation.accepted.v1", deal.quotation(), day + 5, null, quotation);
        tell(
                "contract",
                "contract.drafted.v1",
                deal.contract(),
                day + 5,
                accepted,
                opportunity + ",\"quotationId\":\"%s\"".formatted(deal.quotation()));
        var signed = tell("contract", "contract.signed.v1", deal.contract(), day + 6, null, opportunity);
        tell("contract", "payment-schedule.set.v1", deal.contract(), day + 6, signed, contract);
        tell("opportunity", "opportunity.won.v1", deal.opportunity(), day + 6, signed, contract);
        tell("lead", "account.became-customer.v1", ACCOUNT, day + 6, signed, contract);
        tell("delivery", "handover.initiated.v1", deal.contract(), day + 6, signed, contract);
        tell("delivery", "closure.opened.v1", deal.contract(), day + 6, signed, contract + ",\"items\":[\"ARCHIVE\"]");
        var handed = tell("delivery", "handover.accepted.v1", deal.contract(), day + 8, null, contract);
        tell("delivery", "delivery-project.created.v1", deal.contract(), day + 8, handed, contract);
        tell("delivery", "acceptance.opened.v1", deal.contract(), day + 8, handed, contract);
        tell("delivery", "acceptance.comprehensive-accepted.v1", deal.contract(), day + 12, null, contract);
        var receipt = "\"receiptNo\":\"R1\",\"amount\":{\"amount\":\"1250.00\",\"currency\":\"USD\"}";
        tell("contract", "payment-schedule.payment-received.v1", deal.contract(), day + 14, null, receipt);
        tell("delivery", "archive-record.filed.v1", deal.record(), day + 15, null, contract);
        tell("delivery", "closure.item-done.v1", deal.contract(), day + 15, null, contract);
        tell("delivery", "closure.project-closed.v1", deal.contract(), day + 16, null, contract);
        return deal;
    }

    String tell(String source, String type, UUID subject, int day, @Nullable String cause, String fields) {
        var log = topics.get(source);
        long position = log.size() + 1L;
        Instant effective = FIRST.plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC);
        // Clocks of services differ: what delivery reacts with seems to be recorded before its cause.
        long skew = source.equals("delivery") ? -3_600 : 0;
        Instant recorded = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(10L * this.recorded++ + skew);
        log.add(Said.at(effective, recorded, type, subject, position, source, cause, fields));
        return Said.id(source, position).toString();
    }
}
