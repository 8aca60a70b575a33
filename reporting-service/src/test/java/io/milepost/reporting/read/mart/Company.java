package io.milepost.reporting.read.mart;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happens in a company, as its services say it. */
public final class Company {
    public final List<Inbound> events = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();

    public void placed(String code, String team) {
        say(
                "lead",
                new UUID(3, code.hashCode()),
                "team-member.registered.v1",
                "2016-01-01",
                "\"code\":\"%s\",\"team\":\"%s\",\"region\":\"East\",\"from\":\"2016-01-01\"".formatted(code, team));
    }

    public void revenue(int id, String level, String who, String amount, String from, String to, String approvedOn) {
        drafted(id, level, who, "{\"amount\":%s}".formatted(usd(amount)), "REVENUE", from, to, approvedOn);
        target(id, "approved", approvedOn, "\"approvedOn\":\"%s\"".formatted(approvedOn));
    }

    public void quantity(int id, String level, String who, String many, String from, String to, String approvedOn) {
        drafted(id, level, who, "{\"value\":%s,\"unit\":\"pcs\"}".formatted(many), "QUANTITY", from, to, approvedOn);
        target(id, "approved", approvedOn, "\"approvedOn\":\"%s\"".formatted(approvedOn));
    }

    public void collection(int id, String level, String who, String amount) {
        drafted(
                id,
                level,
                who,
                "{\"amount\":%s}".formatted(usd(amount)),
                "COLLECTIONS",
                "2017-01-01",
                "2017-03-31",
                "2016-12-20");
        target(id, "approved", "2016-12-20", "\"approvedOn\":\"2016-12-20\"");
    }

    public void drafted(
            int id, String level, String who, String figure, String metric, String from, String to, String on) {
        target(
                id,
                "drafted",
                on,
                "\"task\":{\"level\":\"%s\",\"team\":\"East\",\"accountable\":\"%s\",\"metric\":\"%s\",\"figure\":%s,\"from\":\"%s\",\"to\":\"%s\"}"
                        .formatted(level, who, metric, figure, from, to));
    }

    public void target(int id, String type, String on, String fields) {
        say("lead", new UUID(7, id), "sales-target.%s.v1".formatted(type), on, fields);
    }

    public void signed(int id, String who, String value, String on, String quantity) {
        contract(
                id,
                "drafted",
                on,
                "\"owner\":\"%s\",\"opportunityId\":\"%s\",\"value\":%s,\"lines\":[%s]"
                        .formatted(who, new UUID(2, id), usd(value), line(quantity, value)));
        contract(id, "signed", on, "\"owner\":\"%s\",\"signedOn\":\"%s\",\"value\":%s".formatted(who, on, usd(value)));
    }

    /** Of a customer, in a deal whose lead is in that segment; null for none, or for a deal without a lead. */
    public void signedBy(int id, int account, String segment, String who, String value, String on, boolean first) {
        if (segment != null) {
            lead(id, "captured", on, "\"channel\":\"WEB\"");
            lead(id, "segmented", on, "\"segment\":\"%s\"".formatted(segment));
            lead(id, "converted", on, "\"opportunityId\":\"%s\",\"owner\":\"%s\"".formatted(new UUID(2, id), who));
        }
        contract(
                id,
                "drafted",
                on,
                "\"owner\":\"%s\",\"opportunityId\":\"%s\",\"accountId\":\"%s\",\"value\":%s"
                        .formatted(who, new UUID(2, id), new UUID(6, account), usd(value)));
        contract(id, "signed", on, "\"owner\":\"%s\",\"signedOn\":\"%s\",\"value\":%s".formatted(who, on, usd(value)));
        if (first) {
            say(
                    "lead",
                    new UUID(6, account),
                    "account.became-customer.v1",
                    on,
                    "\"contractId\":\"%s\",\"on\":\"%s\"".formatted(new UUID(4, id), on));
        }
    }

    public void lead(int id, String type, String on, String fields) {
        say("lead", new UUID(8, id), "lead.%s.v1".formatted(type), on, fields);
    }

    public void contract(int id, String type, String on, String fields) {
        say("contract", new UUID(4, id), "contract.%s.v1".formatted(type), on, fields);
    }

    public void received(int id, String who, String number, String amount, String on) {
        payment(
                id,
                "set",
                on,
                "\"opportunityId\":\"%s\",\"owner\":\"%s\",\"value\":%s"
                        .formatted(new UUID(2, id), who, usd("1000.00")));
        payment(
                id,
                "payment-received",
                on,
                "\"receiptNo\":\"%s\",\"amount\":%s,\"receivedOn\":\"%s\",\"owner\":\"%s\""
                        .formatted(number, usd(amount), on, who));
    }

    public void payment(int id, String type, String on, String fields) {
        say("contract", new UUID(5, id), "payment-schedule.%s.v1".formatted(type), on, fields);
    }

    public void deal(int id, String on, String value, String expected, int percent) {
        say(
                "opportunity",
                new UUID(2, id),
                "opportunity.identified.v1",
                on,
                "\"owner\":\"smith\",\"expectedValue\":%s,\"expectedCloseOn\":\"%s\"".formatted(usd(value), expected));
        say(
                "opportunity",
                new UUID(2, id),
                "opportunity.stage-entered.v1",
                on,
                "\"stage\":1,\"on\":\"%s\"".formatted(on));
        say(
                "opportunity",
                new UUID(2, id),
                "opportunity.win-probability-changed.v1",
                on,
                "\"previous\":0,\"probability\":" + percent);
    }

    /** A deal, and what else is said of it. */
    public void identified(int id, String who, String on, String value, String more) {
        say(
                "opportunity",
                new UUID(2, id),
                "opportunity.identified.v1",
                on,
                "\"owner\":\"%s\",\"expectedValue\":%s%s".formatted(who, usd(value), more));
    }

    public void deal(int id, String type, String on, String fields) {
        say("opportunity", new UUID(2, id), "opportunity.%s.v1".formatted(type), on, fields);
    }

    public void won(int id, String on, String value) {
        deal(id, "won", on, "\"value\":%s,\"closedOn\":\"%s\"".formatted(usd(value), on));
    }

    public void lost(int id, String on, String cause) {
        deal(id, "lost", on, "\"reason\":\"words\",\"cause\":\"%s\",\"closedOn\":\"%s\"".formatted(cause, on));
    }

    public void say(String source, UUID subject, String type, String on, String fields) {
        at(source, subject, type, on, on, fields);
    }

    public void at(String source, UUID subject, String type, String on, String recordedOn, String fields) {
        events.add(Said.at(
                noon(on),
                noon(recordedOn),
                type,
                subject,
                positions.merge(source, 1L, Long::sum),
                source,
                null,
                fields));
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    public static String line(String quantity, String price) {
        return "{\"product\":\"P\",\"quantity\":%s,\"unitPrice\":%s}".formatted(quantity, usd(price));
    }

    public static String usd(String amount) {
        return "{\"amount\":\"%s\",\"currency\":\"USD\"}".formatted(amount);
    }
}
