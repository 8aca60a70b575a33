package io.milepost.platform.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.auditrecord.AuditRecord.NoteAct;
import io.milepost.platform.auditrecord.AuditRecord.NoteRefusal;
import io.milepost.platform.auditrecord.AuditRecord.NoteRefusals;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What goes on record also where the log was away for a while. */
class RecordedTrailTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T10:30:00Z"), ZoneOffset.UTC);
    private static final Sender EVE = new Sender("eve", "EVE", "portal");

    private final UUID target = UUID.randomUUID();
    private final List<Request> sent = new ArrayList<>();
    private boolean away;
    private final RecordedTrail trail = new RecordedTrail(this::answer, NOW, new TrailProperties(2, 3));

    private CompletableFuture<Outcome> answer(Request request) {
        sent.add(request);
        return away
                ? CompletableFuture.failedFuture(new EventLogUnavailableException("away"))
                : CompletableFuture.completedFuture(new Outcome.Committed(request.id(), true, 1, List.of(), false));
    }

    @Test
    void a_refusal_is_stored_by_the_next_round_with_who_asked_and_for_what() {
        trail.refused(EVE, "QualifyLead", target, "UNSEEN");
        assertThat(sent).isEmpty();
        trail.round();
        trail.round();

        assertThat(sent)
                .extracting(Request::command)
                .containsExactly(new NoteRefusal("eve", "EVE", "portal", "QualifyLead", target, "UNSEEN"));
        assertThat(sent.getFirst().effectiveAt()).isEqualTo(NOW.instant());
    }

    @Test
    void a_round_without_a_log_is_made_up_for_under_the_same_ids() {
        away = true;
        trail.refused(EVE, "QualifyLead", target, "FORBIDDEN");
        assertThatThrownBy(trail::round).isInstanceOf(CompletionException.class);
        away = false;
        trail.round();

        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().requestId()).isEqualTo(sent.getFirst().requestId());
        assertThat(sent.getLast().id()).isEqualTo(sent.getFirst().id());
    }

    @Test
    void what_was_only_counted_is_stored_when_the_service_stops() {
        for (int i = 0; i < 5; i++) {
            trail.refused(EVE, "QualifyLead", target, "FORBIDDEN");
        }
        trail.finish();

        assertThat(sent)
                .extracting(Request::command)
                .hasSize(3)
                .last()
                .satisfies(last -> assertThat(last)
                        .isEqualTo(new NoteRefusals(
                                "eve", "FORBIDDEN", 3, Instant.parse("2026-03-02T10:00:00Z"), NOW.instant())));
    }

    @Test
    void an_act_is_on_record_before_it_is_done_or_fails() {
        trail.acts(EVE, "redrive-parked", "key");
        assertThat(sent)
                .extracting(Request::command)
                .containsExactly(new NoteAct("eve", "EVE", "portal", "redrive-parked", "key"));
        assertThat(sent.getFirst().who().actor()).isEqualTo("eve");

        away = true;
        assertThatThrownBy(() -> trail.acts(EVE, "redrive-parked", "key")).isInstanceOf(CompletionException.class);
    }
}
