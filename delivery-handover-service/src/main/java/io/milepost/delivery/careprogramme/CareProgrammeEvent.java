package io.milepost.delivery.careprogramme;

import io.milepost.delivery.careprogramme.CareProgramme.*;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to such a care programme. */
public sealed interface CareProgrammeEvent {

    record CareProgrammePlanned(
            String title,
            CareKind kind,
            Rhythm rhythm,
            String owner,
            List<UUID> accounts,
            LocalDate from,
            @Nullable LocalDate until)
            implements CareProgrammeEvent {
        public CareProgrammePlanned {
            accounts = List.copyOf(accounts);
        }
    }

    record CareAudienceChanged(List<UUID> accounts) implements CareProgrammeEvent {
        public CareAudienceChanged {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Something was done.
     *
     * @param dueOn the day for which it counts; absent where it counts for none
     */
    record CareActivityRecorded(
            LocalDate on,
            String what,
            List<UUID> accounts,
            @Nullable LocalDate dueOn,
            String by) implements CareProgrammeEvent {
        public CareActivityRecorded {
            accounts = List.copyOf(accounts);
        }
    }

    record CareActivityMissed(LocalDate dueOn, String owner) implements CareProgrammeEvent {}

    record CareProgrammeEnded(String reason, LocalDate on) implements CareProgrammeEvent {}
}
