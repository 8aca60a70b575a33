package io.milepost.delivery.servicelevel;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.ServicePromise;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicelevel.ServiceLevel.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.seeding.Seed;
import java.util.List;
import java.util.UUID;

/** The service level's commands and events, and the one that the product comes with, for problems and repairs. */
public final class ServiceLevelCatalogue {

    public static final Catalogue<ServiceLevel, Command, Event> SERVICE_LEVEL = Catalogue.of(
                    "service-level", "service-levels", ServiceLevel.DECIDER)
            .creates(PublishServiceLevel.class, ServiceLevel::publish, DELIVERY_MANAGER)
            .command(ReviseServiceLevel.class, DELIVERY_MANAGER)
            .event(ServiceLevelPublished.class, "service-level.published", 1)
            .event(ServiceLevelRevised.class, "service-level.revised", 1)
            .open()
            .refusals(No.class, Usual.TEXT_MISSING)
            .view(View.class, level -> new View("PUBLISHED", level.name(), level.version(), level.promises()));

    /** What holds for a case that names no service level. */
    public static final UUID STANDARD = UUID.fromString("0190c000-0000-7000-8000-000000000101");

    /** Assumed figures, to be revised by whoever runs the service (decision 36). */
    private static final List<ServicePromise> ASSUMED = List.of(
            new ServicePromise(CaseKind.PROBLEM, Urgency.HIGH, 0, 2),
            new ServicePromise(CaseKind.PROBLEM, Urgency.NORMAL, 1, 5),
            new ServicePromise(CaseKind.PROBLEM, Urgency.LOW, 2, 10),
            new ServicePromise(CaseKind.REPAIR, Urgency.HIGH, 0, 3),
            new ServicePromise(CaseKind.REPAIR, Urgency.NORMAL, 1, 10),
            new ServicePromise(CaseKind.REPAIR, Urgency.LOW, 2, 20));

    private ServiceLevelCatalogue() {}

    /** The standard one is there from the start. */
    public static List<Seed> seeds() {
        return List.of(new Seed(STANDARD, new PublishServiceLevel("standard", ASSUMED)));
    }

    /**
     * What a read shows.
     *
     * @param status PUBLISHED, the only one so far
     */
    public record View(String status, String name, int version, List<ServicePromise> promises) {}
}
