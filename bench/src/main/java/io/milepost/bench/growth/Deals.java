package io.milepost.bench.growth;

import io.milepost.bench.Callers;
import io.milepost.bench.ParcelDesk;
import io.milepost.bench.RunningService;
import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.QualifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.UpdateValue;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Opportunities that are identified, qualified and valued anew some times, until the log is as long as wanted. */
final class Deals {
    private static final int CALLERS = 64;
    private static final int VALUES = 8;
    private static final int KEPT = 2_000;

    private final RunningService service;
    private final Commands commands;
    private final List<UUID> first = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<UUID, Integer> values = new ConcurrentHashMap<>();

    Deals(RunningService service) {
        this.service = service;
        commands = service.bean(Commands.class);
    }

    /** Adds deals until the log has so many events. */
    void growTo(long events) {
        Callers.each(CALLERS, CALLERS, caller -> {
            while (service.head() < events) {
                add(caller, events);
            }
        });
    }

    /** Some that stand at the beginning of the log. */
    List<UUID> first() {
        return List.copyOf(first);
    }

    /** A value that this deal has not had. */
    Money next(UUID deal) {
        return Money.of(1_000 + values.merge(deal, 1, Integer::sum) + ".00", "USD");
    }

    private void add(int caller, long events) {
        var deal = UUID.randomUUID();
        send(
                deal,
                new IdentifyOpportunity(
                        "Deal",
                        null,
                        "owner-" + caller % 20,
                        "product-" + caller % 10,
                        "needs it",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        send(deal, new QualifyOpportunity(null));
        for (int i = 0; i < VALUES && service.head() < events; i++) {
            send(deal, new UpdateValue(Money.of(1_000 + i + ".00", "USD")));
        }
        if (first.size() < KEPT) {
            values.put(deal, VALUES);
            first.add(deal);
        }
    }

    private void send(UUID deal, Record command) {
        ParcelDesk.committed(
                commands.dispatch(ParcelDesk.request(deal, command)).join());
    }
}
