package io.milepost.platform.testkit;

import io.milepost.platform.Service;
import io.milepost.platform.access.Directory;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Delivery;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.notice.Notice.NoticeRaised;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.notice.NoticeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds of every notice that a service declares, tried in memory with each approved sample of its cause: it goes to whom the table
 * says; somebody is there to be told, a member or a team that the cause names, or the owner of what it is about; and each cause is told
 * once, however often it is heard, and what happens once more is told again. The table has a line for each kind with those to whom it goes and,
 * where it takes more than the beginning of what it is about, with what has happened before; one
 * without is a fault, and so is a line without a notice.
 */
public final class NoticeWalk {
    private final Service service;
    private final List<? extends Catalogue<?, ?, ?>> catalogues;
    private final SampleEvents samples;
    private final Map<String, List<String>> given = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private NoticeWalk(Service service) {
        this.service = service;
        this.catalogues = Stream.concat(
                        service.catalogues().stream(),
                        Stream.of(NoticeCatalogue.of(Directory.EMPTY, service.notices())))
                .toList();
        this.samples = new SampleEvents(service.name(), catalogues);
    }

    /** Tries all notices of the service by this table. */
    public static void check(Service service, String table) {
        var law = new NoticeWalk(service);
        var declared = new LinkedHashMap<String, List<Addressee>>();
        table.strip().lines().map(line -> line.strip().split("\\s+")).forEach(words -> {
            var said = Arrays.stream(words).skip(1).collect(Collectors.partitioningBy(word -> word.contains(".")));
            law.given.put(words[0], said.get(true));
            var to = said.get(false).stream().map(Addressee::valueOf).toList();
            law.require(declared.put(words[0], to) == null, words[0] + " is declared twice");
        });
        var told = new LinkedHashMap<String, List<Addressee>>();
        service.notices().forEach(rule -> told.put(rule.kind(), rule.to()));
        law.require(told.equals(declared), "declared and not told, or otherwise: " + difference(declared, told));
        service.notices().forEach(law::hold);
        if (!law.faults.isEmpty()) {
            throw new AssertionError("the notices are at fault:%n  %s"
                    .formatted(String.join(System.lineSeparator() + "  ", law.faults)));
        }
    }

    private static List<Map.Entry<String, List<Addressee>>> difference(
            Map<String, List<Addressee>> one, Map<String, List<Addressee>> other) {
        return Stream.concat(
                        one.entrySet().stream().filter(line -> !line.getValue().equals(other.get(line.getKey()))),
                        other.entrySet().stream().filter(line -> !one.containsKey(line.getKey())))
                .toList();
    }

    private void hold(NoticeRule<?> rule) {
        var automation = rule.in(service.name());
        boolean somebody = rule.to().contains(Addressee.OPERATOR);
        for (var fact : ProducerSamples.of(service.name(), rule.catalogue().aggregate(), automation.type())) {
            var raised = raised(rule, automation, fact);
            somebody |= raised != null && (raised.owner() != null || raised.team() != null);
        }
        require(somebody, rule.kind() + " goes to nobody: the cause names none, and nobody owns what it is about");
    }

    private @Nullable NoticeRaised raised(NoticeRule<?> rule, Automation<?> automation, Inbound fact) {
        var told = new ServiceInMemory(catalogues);
        begin(told, rule, fact.subject());
        int before = told.log().size();
        require(tell(told, automation, fact, 1) == null, rule.kind() + " is parked");
        var first = told.log().getLast().event() instanceof NoticeRaised raised ? raised : null;
        require(
                first != null && first.to().equals(rule.to()) && told.log().size() == before + 1,
                rule.kind() + " is told otherwise: " + told.log());
        require(
                tell(told, automation, fact, 1) == null && told.log().size() == before + 1,
                rule.kind() + " is told twice of one cause");
        require(
                tell(told, automation, fact, 2) == null && told.log().size() == before + 2,
                rule.kind() + " is not told of what happens once more");
        return first;
    }

    /** What the notice is about is there, by what is given, else by the first of its events that begins it. */
    private void begin(ServiceInMemory told, NoticeRule<?> rule, UUID id) {
        var events = given.getOrDefault(rule.kind(), List.of());
        events.forEach(word -> happen(told, samples.catalogueOf(word), id, word));
        if (events.isEmpty()) {
            begin(told, rule.catalogue(), id);
        }
    }

    private <E> void begin(ServiceInMemory told, Catalogue<?, ?, E> about, UUID id) {
        for (var row : about.events()) {
            try {
                happen(told, about, id, row.name());
                return;
            } catch (ClassCastException later) {
                // It happens to what is there.
            }
        }
        faults.add("nothing begins a " + about.aggregate());
    }

    private <E> void happen(ServiceInMemory told, Catalogue<?, ?, E> about, UUID id, String word) {
        told.happen(about, id, samples.event(about, word));
    }

    private static @Nullable String tell(ServiceInMemory told, Automation<?> automation, Inbound sample, long which) {
        var fact = SampleEvents.saying(sample, "{}", sample.subject(), new UUID(1, which));
        return Delivery.deliver(fact, automation, request -> CompletableFuture.completedFuture(told.send(request)));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
