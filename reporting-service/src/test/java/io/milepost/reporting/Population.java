package io.milepost.reporting;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** What three services say of a few deals, of which every figure is known. */
final class Population implements AutoCloseable {
    private static final LocalDate FEBRUARY = LocalDate.of(2017, 2, 10);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 5);
    private static final long PACE_NS = 10_000_000;

    final Publisher leads;
    final Publisher opportunities;
    final Publisher contracts;
    final Publisher deliveries;

    Population(String bootstrapServers) throws Exception {
        leads = new Publisher(bootstrapServers, "lead");
        opportunities = new Publisher(bootstrapServers, "opportunity");
        contracts = new Publisher(bootstrapServers, "contract");
        deliveries = new Publisher(bootstrapServers, "delivery");
    }

    /** Nine deals of three sellers: four won, three lost, one identified, one qualified; the values do not come out even. */
    void publish() {
        leads.send(
                member("smith", "red", "East"),
                member("jones", "red", "West"),
                event("lead.captured.v1", UUID.randomUUID(), FEBRUARY, "{\"channel\":\"WEB\"}"));
        for (int deal = 0; deal < 9; deal++) {
            var owner = List.of("smith", "jones", "nobody").get(deal % 3);
            var id = new UUID(9, deal);
            var story = new ArrayList<Publisher.Event>();
            story.add(event(
                    "opportunity.identified.v1",
                    id,
                    FEBRUARY,
                    "{\"owner\":\"%s\",\"expectedValue\":{\"amount\":\"550.00\",\"currency\":\"USD\"}}"
                            .formatted(owner)));
            if (deal > 0) {
                story.add(event("opportunity.qualified.v1", id, FEBRUARY.plusDays(1), "{}"));
            }
            if (deal == 1) {
                story.addAll(throughTheFirstStage(id));
            }
            if (deal >= 2 && deal < 6) {
                contracts.send(
                        event(
                                "contract.drafted.v1",
                                id,
                                MARCH.minusDays(1),
                                "{\"owner\":\"%s\",\"basis\":\"MIGRATED\",%s}".formatted(owner, value(deal))),
                        event(
                                "contract.signed.v1",
                                id,
                                MARCH,
                                "{\"owner\":\"%s\",\"signedOn\":\"%s\",%s}".formatted(owner, MARCH, value(deal))));
                deliver(id, owner, deal);
                collect(id, owner, deal);
                story.add(event(
                        "opportunity.won.v1",
                        id,
                        MARCH,
                        "{\"contractId\":\"%s\",\"closedOn\":\"%s\",%s,\"skippedGates\":[]}"
                                .formatted(id, MARCH, value(deal))));
            }
            if (deal >= 6) {
                story.add(event(
                        "opportunity.lost.v1",
                        id,
                        MARCH.plusDays(30),
                        "{\"reason\":\"price\",\"closedOn\":\"%s\"}".formatted(MARCH.plusDays(30))));
            }
            opportunities.send(story.toArray(Publisher.Event[]::new));
        }
    }

    /**
     * Says of new deals that they were identified, one transaction after the other, until it is over; returns how many. Paced, so
     * that on a fast machine what comes later does not read thousands of them.
     */
    long identify(String owner, AtomicBoolean over) {
        long sent = 0;
        while (!over.get()) {
            opportunities.send(event(
                    "opportunity.identified.v1",
                    UUID.randomUUID(),
                    MARCH,
                    "{\"owner\":\"%s\",\"expectedValue\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}"
                            .formatted(owner)));
            sent++;
            LockSupport.parkNanos(PACE_NS);
        }
        return sent;
    }

    /** It is through on 15 February, stands nominally in the second stage, and is not let out of that one. */
    private static List<Publisher.Event> throughTheFirstStage(UUID id) {
        var through = FEBRUARY.plusDays(5);
        return List.of(
                event("opportunity.stage-entered.v1", id, through, "{\"stage\":1,\"on\":\"2017-02-12\"}"),
                event("opportunity.stage-succeeded.v1", id, through, "{\"stage\":1}"),
                event("opportunity.win-probability-changed.v1", id, through, "{\"previous\":0,\"probability\":10}"),
                event("opportunity.stage-advanced.v1", id, through, "{\"from\":1,\"to\":2}"),
                event(
                        "opportunity.stage-advance-rejected.v1",
                        id,
                        through.plusDays(5),
                        "{\"stage\":2,\"missing\":[\"FIRST_VISIT_LOGGED\",\"COMMITMENT\"]}"));
    }

    /** Of the four won deals two were accepted by delivery, one of them after it had been returned. */
    private void deliver(UUID id, String owner, int deal) {
        deliveries.send(event(
                "handover.initiated.v1",
                id,
                MARCH,
                "{\"owner\":\"%s\",\"dueOn\":\"2017-03-19\",%s}".formatted(owner, value(deal))));
        if (deal == 2) {
            deliveries.send(event("handover.returned.v1", id, MARCH.plusDays(2), "{\"defects\":[\"no drawings\"]}"));
        }
        if (deal < 4) {
            var on = MARCH.plusDays(7);
            deliveries.send(event("handover.accepted.v1", id, on, "{\"acceptedOn\":\"%s\"}".formatted(on)));
        }
    }

    /** Each contract is due in one instalment; the customers of deals 2 and 3 pay, that of 4 is late. */
    private void collect(UUID id, String owner, int deal) {
        contracts.send(
                event(
                        "payment-schedule.set.v1",
                        id,
                        MARCH,
                        "{\"owner\":\"%s\",%s,\"instalments\":[]}".formatted(owner, value(deal))),
                event(
                        "payment-schedule.instalment-became-due.v1",
                        id,
                        MARCH,
                        "{\"number\":1,%s,\"dueOn\":\"2017-04-04\"}".formatted(amount(deal))));
        if (deal < 4) {
            contracts.send(event(
                    "payment-schedule.payment-received.v1",
                    id,
                    MARCH.plusDays(9),
                    "{\"receiptNo\":\"R1\",%s,\"receivedOn\":\"2017-03-14\"}".formatted(amount(deal))));
        }
        if (deal == 4) {
            contracts.send(event(
                    "payment-schedule.instalment-overdue.v1",
                    id,
                    MARCH.plusDays(31),
                    "{\"number\":1,%s,\"dueOn\":\"2017-04-04\"}".formatted(amount(deal))));
        }
    }

    private static String amount(int deal) {
        return value(deal).replace("\"value\"", "\"amount\"");
    }

    private static String value(int deal) {
        return "\"value\":{\"amount\":\"%s\",\"currency\":\"USD\"}".formatted(deal == 3 ? "1000000.07" : "1054.10");
    }

    private static Publisher.Event member(String code, String team, String region) {
        return event(
                "team-member.registered.v1",
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                FEBRUARY,
                "{\"code\":\"%s\",\"team\":\"%s\",\"region\":\"%s\",\"from\":\"2017-02-01\"}"
                        .formatted(code, team, region));
    }

    private static Publisher.Event event(String type, UUID subject, LocalDate on, String data) {
        return new Publisher.Event(type, subject, on, data);
    }

    @Override
    public void close() {
        leads.close();
        opportunities.close();
        contracts.close();
        deliveries.close();
    }
}
