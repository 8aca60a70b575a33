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

    /**
     * It is for these from now on.
     *
     * @param reached the due day for which all of them were reached already; absent where somebody is still to be
     */
    record CareAudienceChanged(
            List<UUID> accounts, @Nullable LocalDate reached) implements CareProgrammeEvent {
        public CareAudienceChanged {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Something was done.
     *
     * @param dueOn the day for which it counts; absent where it counts for none
     * @param unreached accounts that are still to be reached for that day; absent in events of the time when one account was enough
     */
    record CareActivityRecorded(
            LocalDate on,
            String what,
            List<UUID> accounts,
            @Nullable LocalDate dueOn,
            String by,
            @Nullable List<UUID> unreached)
            implements CareProgrammeEvent {
        public CareActivityRecorded {
            accounts = List.copyOf(accounts);
            unreached = unreached == null ? null : List.copyOf(unreached);
        }
    }

    /**
     * A due day has passed for which not everybody was reached.
     *
     * @param accounts that were not reached; absent in events of the time when it was missed only where nobody was
     */
    record CareActivityMissed(
            LocalDate dueOn, String owner, @Nullable List<UUID> accounts) implements CareProgrammeEvent {
        public CareActivityMissed {
            accounts = accounts == null ? null : List.copyOf(accounts);
        }
    }

    record CareProgrammeEnded(String reason, LocalDate on) implements CareProgrammeEvent {}
}
