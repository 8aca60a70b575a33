package io.milepost.platform.inbox;

import java.util.List;

/** The automations of a service, by the source that they listen to, and what of it waits. */
record AutomationGroups(List<AutomationWork> works) {
    AutomationGroups {
        works = List.copyOf(works);
    }
}
