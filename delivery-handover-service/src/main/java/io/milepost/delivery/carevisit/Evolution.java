package io.milepost.delivery.carevisit;

import io.milepost.delivery.carevisit.CareVisitEvent.*;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a visit begins and changes. */
final class Evolution {
    private Evolution() {}

    static CareVisit begin(CareVisitEvent first) {
        var scheduled = (CareVisitScheduled) first;
        return new CareVisit(scheduled, scheduled.on(), List.of(), true, null, null, Set.of(), null);
    }

    static CareVisit evolve(CareVisit visit, CareVisitEvent event) {
        return switch (event) {
            case CareVisitScheduled _ -> visit;
            case CareVisitRescheduled(var _, var day, var _) ->
                new CareVisit(
                        visit.scheduled(), day, visit.missed(), true, null, null, visit.needs(), visit.announced());
            case CareVisitMissed(var day, var next, var _) ->
                new CareVisit(
                        visit.scheduled(),
                        Objects.requireNonNullElse(next, day),
                        Stream.concat(visit.missed().stream(), Stream.of(day)).toList(),
                        next != null,
                        null,
                        null,
                        visit.needs(),
                        visit.announced());
            case CareVisitDone done ->
                new CareVisit(
                        visit.scheduled(),
                        visit.on(),
                        visit.missed(),
                        false,
                        done,
                        null,
                        visit.needs(),
                        visit.announced());
            case CareVisitCancelled(var reason) ->
                new CareVisit(
                        visit.scheduled(),
                        visit.on(),
                        visit.missed(),
                        false,
                        null,
                        reason,
                        visit.needs(),
                        visit.announced());
            case VisitNeedFound found ->
                new CareVisit(
                        visit.scheduled(),
                        visit.on(),
                        visit.missed(),
                        false,
                        visit.done(),
                        null,
                        Stream.concat(visit.needs().stream(), Stream.ofNullable(found.needKey()))
                                .collect(Collectors.toUnmodifiableSet()),
                        visit.announced());
            case CareVisitAssigned(var owner) ->
                new CareVisit(
                        visit.scheduled().ownedBy(owner),
                        visit.on(),
                        visit.missed(),
                        visit.waiting(),
                        visit.done(),
                        visit.cancelled(),
                        visit.needs(),
                        null);
            case CareVisitAnnounced(var day, var _) ->
                new CareVisit(
                        visit.scheduled(),
                        visit.on(),
                        visit.missed(),
                        visit.waiting(),
                        visit.done(),
                        visit.cancelled(),
                        visit.needs(),
                        day);
        };
    }
}
