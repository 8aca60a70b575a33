package io.milepost.platform.trail;

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
    };

    /** A command was refused for who sent it. Stored within a second, singly or counted; never waits and never fails. */
    void refused(Sender by, String command, @Nullable UUID target, String code);

    /** An operator is about to do this. Stored on return; what cannot be put on record must not be done, so it fails. Blocks. */
    void acts(Sender by, String act, String subject);
}
