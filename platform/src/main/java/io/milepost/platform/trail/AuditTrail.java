package io.milepost.platform.trail;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes on record of this service's conduct. */
public interface AuditTrail {

    /** That of a service without a log of its own. */
    AuditTrail NONE = new AuditTrail() {
        @Override
        public void refused(Sender by, String command, @Nullable UUID target, String code) {}

        @Override
        public void acts(Sender by, String act, String subject) {}

        @Override
        public void read(Sender by, String aggregate, Collection<UUID> entities, Set<String> kinds) {}
    };

    /** A command was refused for who sent it. Stored within a second, singly or counted; never waits and never fails. */
    void refused(Sender by, String command, @Nullable UUID target, String code);

    /** An operator is about to do this. Stored on return; what cannot be put on record must not be done, so it fails. Blocks. */
    void acts(Sender by, String act, String subject);

    /**
     * Personal data was shown in clear. Stored within a minute, together with what else the same one read of the aggregate; never waits and
     * never fails.
     *
     * @param kinds of the data, by their names
     */
    void read(Sender by, String aggregate, Collection<UUID> entities, Set<String> kinds);
}
