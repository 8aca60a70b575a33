package io.milepost.platform.inbox;

import java.util.List;

/** The automations of a service, by the source that they listen to, and what of it waits. */
record AutomationGroups(List<AutomationWork> works, ParkedStore parked) {
    AutomationGroups {
        works = List.copyOf(works);
    }

    /** For a start: what was parked before is known before anything is consumed. */
    List<AutomationWork> opened() {
        parked.count();
        return works;
    }
}
