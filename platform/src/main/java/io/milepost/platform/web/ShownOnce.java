package io.milepost.platform.web;

import java.util.Map;
import java.util.UUID;

/** What the answer to one single command says beside what every answer says, and what cannot be read later. */
public interface ShownOnce {

    /** Whether a commit with an event of this type has something to show. */
    boolean isIn(String eventType);

    /** By the names of the fields; of the entity, as of the position of the commit's last event. Blocks. */
    Map<String, String> shown(UUID entity, long position);
}
