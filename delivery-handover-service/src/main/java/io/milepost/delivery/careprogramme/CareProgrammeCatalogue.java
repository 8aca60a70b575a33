package io.milepost.delivery.careprogramme;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.careprogramme.CareProgramme.*;
import io.milepost.delivery.careprogramme.CareProgrammeEvent.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The care programme's commands and events, the days that it waits for, and who is told when nothing was done. */
public final class CareProgrammeCatalogue {

    public static final Catalogue<CareProgramme, Command, CareProgrammeEvent> CARE_PROGRAMME = Catalogue.of(
                    "care-programme", "care-programmes", CareProgramme.DECIDER)
            .creates(PlanCareProgramme.class, CareProgramme::plan, SALES_MANAGER, DELIVERY_MANAGER, IMPORTER)
            .command(ChangeAudience.class, SALES_MANAGER, DELIVERY_MANAGER, IMPORTER)
            .command(RecordCareActivity.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, ENGINEERING, IMPORTER)
            .command(EndCareProgramme.class, SALES_MANAGER, DELIVERY_MANAGER)
            .command(MissCareActivity.class)
            .event(CareProgrammePlanned.class, "care-programme.planned", 1)
            .event(CareAudienceChanged.class, "care-programme.audience-changed", 1)
            .event(CareActivityRecorded.class, "care-programme.activity-recorded", 1)
            .event(CareActivityMissed.class, "care-programme.activity-missed", 1)
            .event(CareProgrammeEnded.class, "care-programme.ended", 1)
            .ownedBy(programme -> programme.planned().owner())
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** Each period waits for its activity; one of a day that passed unseen counts as well. */
    public static final Due<CareProgramme> CARE_DUE = new Due<>(
            "care-activity-due",
            CARE_PROGRAMME,
            MissCareActivity.class,
            programme -> programme
                    .next()
                    .map(day -> DueDate.endOf(day, new MissCareActivity(day))
                            .ownedBy(programme.planned().owner()))
                    .stream()
                    .toList());

    /** Whom a period did not reach is told to whoever sees to the programme and the manager. */
    public static final NoticeRule<CareActivityMissed> CARE_NOTICE = notice("care-activity-missed")
            .on(CARE_PROGRAMME, CareActivityMissed.class)
            .to(OWNER, MANAGER);

    private CareProgrammeCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status RUNNING, COMPLETED (nothing more is due) or ENDED
     * @param next the day by which something has to be done
     * @param unreached for whom nothing was done yet that counts for that day
     * @param missed due days by which not everybody was reached
     * @param notReached of each of these days, whom it did not reach
     */
    public record View(
            String status,
            String title,
            CareKind kind,
            Rhythm rhythm,
            String owner,
            List<UUID> accounts,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate next,
            List<UUID> unreached,
            List<CareActivityRecorded> activities,
            List<LocalDate> missed,
            List<CareActivityMissed> notReached,
            @Nullable CareProgrammeEnded ended) {
        static View of(CareProgramme programme) {
            var planned = programme.planned();
            var next = programme.next().orElse(null);
            return new View(
                    programme.ended() != null ? "ENDED" : next == null ? "COMPLETED" : "RUNNING",
                    planned.title(),
                    planned.kind(),
                    planned.rhythm(),
                    planned.owner(),
                    programme.accounts(),
                    planned.from(),
                    planned.until(),
                    next,
                    next == null ? List.of() : programme.unreached(programme.accounts(), next),
                    programme.activities(),
                    programme.missed().stream().map(CareActivityMissed::dueOn).toList(),
                    programme.missed(),
                    programme.ended());
        }
    }
}
