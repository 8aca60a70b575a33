package io.milepost.reporting.read.generations;

import io.milepost.platform.setaside.SetAside;
import io.milepost.platform.setaside.SetAsides;
import io.milepost.reporting.read.cells.Aside;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Lets the list that an operator sees follow what the live generations go on without, which stands with them. Every instance does so,
 * and each time gives the same.
 */
final class OperatorsList {
    private final SetAsides list;
    private final Clock clock;

    /** By projection, what the list has been told. */
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    /** A generation only ever comes to go on without more: by their number it is seen which they are. */
    private record Told(int generation, long asides) {}

    OperatorsList(SetAsides list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    /** As the list has been told last. */
    long told(Projected<?> projection) {
        Told last = told.get(projection.name());
        return last == null ? 0 : last.asides();
    }

    void follow(Projected<?> projection) {
        Told now = new Told(projection.number(), projection.setAside());
        if (now.equals(told.get(projection.name()))) {
            return;
        }
        var stands = projection.live().asides();
        stands.forEach(aside -> list.add(of(projection, aside)));
        var subjects = stands.stream().map(Aside::subject).collect(Collectors.toSet());
        list.of(projection.name()).stream()
                .map(SetAside::subject)
                .filter(subject -> !subjects.contains(subject))
                .forEach(subject -> list.remove(projection.name(), subject));
        told.put(projection.name(), now);
    }

    private SetAside of(Projected<?> projection, Aside aside) {
        return new SetAside(
                projection.name(),
                aside.source(),
                aside.type(),
                aside.subject(),
                aside.position(),
                aside.cause(),
                clock.instant());
    }
}
