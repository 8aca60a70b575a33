package io.milepost.platform.decision;

import java.util.UUID;

/**
 * A command that brings an entity into being and whose content says which one, so that others find it by what they know of it, such as
 * its name. A caller need not state an id; whether a stated one is right is the aggregate's to say.
 */
public interface SelfIdentified {
    UUID entityId();
}
