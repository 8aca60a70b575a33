package io.milepost.platform.setaside;

import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * What one reader of the service's own log has set aside.
 *
 * @param source short name of the service
 */
public record OwnAsides(SetAsides asides, String reader, String source, Clock clock) {

    public void add(EventUnreadableException fault) {
        asides.add(of(fault));
    }

    /** An event that cannot be handed to anybody. */
    public void add(StoredEvent event, String cause) {
        asides.add(new SetAside(
                reader,
                source,
                event.wireType(),
                Subject.of(event).map(Subject::id).orElse(event.id()),
                event.position(),
                cause,
                clock.instant()));
    }

    public void stays(EventUnreadableException fault) {
        asides.stays(of(fault));
    }

    public void takenUp(UUID subject) {
        asides.remove(reader, subject);
    }

    public List<SetAside> all() {
        return asides.of(reader);
    }

    public List<SetAside> of(UUID subject) {
        return asides.of(subject).stream()
                .filter(aside -> aside.reader().equals(reader))
                .toList();
    }

    /** Of one aggregate. */
    public long count(String aggregate) {
        return asides.count(reader, aggregate);
    }

    public long count() {
        return asides.lastCount(reader) == 0 ? 0 : all().size();
    }

    private SetAside of(EventUnreadableException fault) {
        return new SetAside(
                reader, source, fault.type(), fault.subject(), fault.position(), fault.reason(), clock.instant());
    }
}
