package io.milepost.platform.timer;

import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.setaside.SetAside;
import java.util.UUID;

/** Entities whose due dates nobody knows, since an event of theirs cannot be read or folded: none of their dates is told or fired. */
final class DueAsides {
    /** As this reader is known where it sets aside. */
    static final String READER = "timer";

    private final OwnAsides asides;
    private final DueRules rules;
    private final Entities entities;
    private final DueStore store;

    DueAsides(OwnAsides asides, DueRules rules, Entities entities, DueStore store) {
        this.asides = asides;
        this.rules = rules;
        this.entities = entities;
        this.store = store;
    }

    /** Those that are missing in what is told. */
    long count() {
        return asides.count();
    }

    void add(String aggregate, EventUnreadableException fault) {
        asides.add(fault);
        store.removeOf(aggregate, fault.subject());
    }

    void addStray(StoredEvent event) {
        asides.add(event, Subject.MISSING);
    }

    void tryAll() {
        asides.all().forEach(this::tryAgain);
    }

    void tryOf(UUID subject) {
        asides.of(subject).forEach(this::tryAgain);
    }

    /** The dates first: what is no longer set aside is complete. One that is over by then finds nobody who waits for it. */
    private void tryAgain(SetAside aside) {
        if (!rules.concern(aside.aggregate())) {
            asides.takenUp(aside.subject());
            return;
        }
        var history = entities.history(rules.catalogue(aside.aggregate()), aside.subject())
                .join();
        if (history.isEmpty()) {
            return;
        }
        try {
            store.add(rules.after(aside.aggregate(), aside.subject(), history).values());
            asides.takenUp(aside.subject());
        } catch (EventUnreadableException still) {
            asides.stays(still);
            // Of what another instance, which was behind, has brought back.
            store.removeOf(aside.aggregate(), aside.subject());
        }
    }
}
