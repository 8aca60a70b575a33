package io.milepost.delivery.servicecase;

import io.milepost.delivery.servicecase.ServiceCase.Stage;
import io.milepost.delivery.servicecase.ServiceCaseEvent.*;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far it has come.
 *
 * @param assignee code of the member who works on it
 * @param services what was done for the customer
 * @param earlier how many of them the customer was not content with
 */
record Course(
        Stage stage,
        @Nullable String assignee,
        List<ServiceRendered> services,
        @Nullable ServiceCaseResolved resolution,
        @Nullable ServiceCaseConfirmed confirmation,
        int reopenings,
        int earlier) {
    Course {
        services = List.copyOf(services);
    }

    /** What was done since the case was opened or, after that, reopened. */
    List<ServiceRendered> current() {
        return services.subList(earlier, services.size());
    }

    boolean isOpen() {
        return stage != Stage.RESOLVED && stage != Stage.CONFIRMED;
    }

    Course assignedTo(String member) {
        var next = stage == Stage.OPENED ? Stage.ASSIGNED : stage;
        return new Course(next, member, services, resolution, confirmation, reopenings, earlier);
    }

    Course at(Stage next) {
        return new Course(next, assignee, services, resolution, confirmation, reopenings, earlier);
    }

    Course with(ServiceRendered service) {
        var all = Stream.concat(services.stream(), Stream.of(service)).toList();
        return new Course(stage, assignee, all, resolution, confirmation, reopenings, earlier);
    }

    Course with(ServiceCaseResolved resolved) {
        return new Course(Stage.RESOLVED, assignee, services, resolved, confirmation, reopenings, earlier);
    }

    Course with(ServiceCaseConfirmed confirmed) {
        return new Course(Stage.CONFIRMED, assignee, services, resolution, confirmed, reopenings, earlier);
    }

    Course again() {
        return new Course(Stage.IN_PROGRESS, assignee, services, null, null, reopenings + 1, services.size());
    }
}
