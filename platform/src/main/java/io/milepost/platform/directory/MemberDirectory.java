package io.milepost.platform.directory;

import io.milepost.platform.access.Directory;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import io.milepost.platform.value.Codes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory as it follows from the events of team members, each of which places a member from a day on. */
final class MemberDirectory implements Directory, BatchHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MemberDirectory.class);
    private static final Set<String> PLACING = Set.of("team-member.registered.v1", "team-member.moved.v1");

    private final Map<UUID, Person> people = new ConcurrentHashMap<>();
    private final Clock clock;
    private final ZoneId zone;
    private volatile @Nullable Today today;

    MemberDirectory(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** What is read of an event that places a member. */
    record Placed(
            String code,
            String team,
            LocalDate from,
            @Nullable String manager) {}

    /** @param places by the day from which they hold */
    private record Person(String code, NavigableMap<LocalDate, Placed> places) {}

    /** Everybody's place on one day, by canonical codes. */
    private record Today(LocalDate day, Map<String, Placed> places, Map<String, List<String>> reports) {}

    @Override
    public void handle(int partition, List<Inbound> batch) {
        for (var event : batch) {
            if (PLACING.contains(event.type())) {
                try {
                    place(event.subject(), event.as(Placed.class));
                } catch (Inbound.Unreadable unreadable) {
                    // The member keeps the place that is known: narrower than it may be, and everybody else's is right.
                    LOG.warn("The directory goes on without an event: {}", unreadable.getMessage());
                }
            }
        }
    }

    @Override
    public void pass(Unread record) {
        LOG.warn("The directory goes on without {} at {}, which is no event", record.topicPartition(), record.offset());
    }

    private void place(UUID member, Placed placed) {
        people.compute(member, (_, known) -> {
            var places = new TreeMap<LocalDate, Placed>();
            if (known != null) {
                places.putAll(known.places());
            }
            places.put(placed.from(), placed);
            return new Person(Codes.canonical(placed.code()), places);
        });
        today = null;
    }

    @Override
    public Optional<String> team(String member) {
        return placeOf(member).map(Placed::team);
    }

    @Override
    public Optional<String> manager(String member) {
        return placeOf(member).map(Placed::manager);
    }

    @Override
    public Set<String> teamOf(String member) {
        return team(member).map(this::inTeam).orElse(Set.of());
    }

    @Override
    public Set<String> inTeam(String team) {
        return today().places().entrySet().stream()
                .filter(place -> Codes.same(place.getValue().team(), team))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where people report to each other in a circle, each is met once. */
    @Override
    public Set<String> reportsOf(String member) {
        var reports = today().reports();
        var found = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(Codes.canonical(member)));
        while (!open.isEmpty()) {
            for (var report : reports.getOrDefault(open.remove(), List.of())) {
                if (found.add(report)) {
                    open.add(report);
                }
            }
        }
        return Set.copyOf(found);
    }

    private Optional<Placed> placeOf(String member) {
        return Optional.ofNullable(today().places().get(Codes.canonical(member)));
    }

    private Today today() {
        var day = LocalDate.ofInstant(clock.instant(), zone);
        var known = today;
        if (known == null || !known.day().equals(day)) {
            known = asOf(day);
            today = known;
        }
        return known;
    }

    private Today asOf(LocalDate day) {
        var places = people.values().stream()
                .filter(person -> person.places().floorEntry(day) != null)
                .collect(Collectors.toUnmodifiableMap(
                        Person::code, person -> person.places().floorEntry(day).getValue(), (one, _) -> one));
        var reports = new HashMap<String, List<String>>();
        places.forEach((code, place) -> {
            if (place.manager() != null) {
                reports.computeIfAbsent(Codes.canonical(place.manager()), _ -> new ArrayList<>())
                        .add(code);
            }
        });
        return new Today(day, places, reports);
    }
}
