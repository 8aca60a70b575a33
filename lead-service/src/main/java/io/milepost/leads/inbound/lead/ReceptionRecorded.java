package io.milepost.leads.inbound.lead;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code reception-record.recorded}: on which day, in which book, of which account. The entry is the event's subject. */
public record ReceptionRecorded(
        LocalDate on, @Nullable UUID bookId, @Nullable UUID accountId) {}
