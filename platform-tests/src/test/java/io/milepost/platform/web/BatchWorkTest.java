package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of the items behind one that could not be done. */
class BatchWorkTest {
    private static final CommandRoute OFFER =
            CommandRoute.of(List.of(ParcelMessages.CATALOGUE)).getFirst();
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final Blocking blocking = new Blocking(new VitalThreads(), 1, Duration.ZERO);
    private final ConcurrentLinkedQueue<String> tried = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        blocking.close();
    }

    @Test
    @DisplayName("ADR 0009: an item that is left open is not overtaken by later ones of its entity")
    void an_open_item_keeps_what_follows_it_of_its_entity_open() throws Exception {
        var statuses = statuses(sent -> {
            if (sent.requestId().equals("second")) {
                throw new EventLogUnavailableException("away for a moment");
            }
            return done(sent);
        });

        assertThat(statuses).containsExactly(200, 503, 503, 200);
        assertThat(tried).containsExactlyInAnyOrder("first", "second", "of the other");
    }

    @Test
    void a_refused_item_and_a_fault_that_stays_do_not_keep_what_follows_from_being_decided() throws Exception {
        var statuses = statuses(sent -> switch (sent.requestId()) {
            case "first" -> throw new ProblemException(ProblemCode.FORBIDDEN, "not for you");
            case "second" -> throw new IllegalStateException("broken");
            default -> done(sent);
        });

        assertThat(statuses).containsExactly(403, 500, 200, 200);
        assertThat(tried).containsExactlyInAnyOrder("first", "second", "third", "of the other");
    }

    private List<Integer> statuses(Function<CommandRequest, CommandAnswer> desk) throws InterruptedException {
        var work = new BatchWork(
                sent -> {
                    tried.add(sent.requestId());
                    return desk.apply(sent);
                },
                blocking,
                4);
        return work
                .inOrderPerEntity(List.of(
                        asked(ONE, "first"), asked(ONE, "second"), asked(ONE, "third"), asked(OTHER, "of the other")))
                .stream()
                .map(result -> switch (result.answer()) {
                    case CommandAnswer.Done done -> done.status();
                    case CommandAnswer.Failed failed -> failed.problem().status();
                })
                .toList();
    }

    private static CommandAnswer done(CommandRequest sent) {
        return new CommandAnswer.Done(sent.route(), 200, sent.id(), 1, List.of(), false);
    }

    private static BatchWork.Reading asked(UUID id, String request) {
        var caller = new Caller("rep", "app_user", Set.of(Role.SALES_REP), null, null, Sight.ALL);
        return new BatchWork.Reading.Asked(new CommandRequest(
                OFFER, id, Json.mapper().createObjectNode(), "", caller, request, null, null, false, Map.of()));
    }
}
