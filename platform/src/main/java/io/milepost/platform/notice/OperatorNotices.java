package io.milepost.platform.notice;

import io.milepost.platform.access.Sight;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.inbox.ParkedRecords;
import io.milepost.platform.notice.Notice.RaiseNotice;
import io.milepost.platform.setaside.SetAside;
import io.milepost.platform.setaside.SetAsides;
import io.milepost.platform.vital.VitalThreads;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operators what waits for them: each record that is parked for a cause of its own, and each subject that a reader has set
 * aside. What is told is noted where it stands; whoever dies in between tells it again, which is the same request.
 */
final class OperatorNotices {
    static final String PARKED = "record-parked";
    static final String SET_ASIDE = "subject-set-aside";

    private static final int PAGE = 100;
    private static final int ANSWER_SECONDS = 30;

    private final ParkedRecords parked;
    private final SetAsides asides;
    private final Function<Request, CompletableFuture<Outcome>> dispatch;

    OperatorNotices(ParkedRecords parked, SetAsides asides, Function<Request, CompletableFuture<Outcome>> dispatch) {
        this.parked = parked;
        this.asides = asides;
        this.dispatch = dispatch;
    }

    /** One round; a fault ends neither the round nor the next one. */
    void look() {
        VitalThreads.attempt("tell of parked records", () -> parked.untold(PAGE).forEach(this::tell));
        VitalThreads.attempt(
                "tell of subjects set aside", () -> asides.untold(PAGE).forEach(this::tell));
    }

    private void tell(ParkedRecords.Parked record) {
        var cause = idOf("parked/" + record.id());
        tell(
                new RaiseNotice(
                        PARKED,
                        cause,
                        record.type(),
                        "parked-record",
                        uuid(record.key()),
                        "%s-%d at %d: %s"
                                .formatted(record.topic(), record.partition(), record.offset(), record.cause()),
                        null,
                        null),
                record.at());
        parked.told(record);
    }

    private void tell(SetAside aside) {
        var cause = idOf("set-aside/%s/%s/%s".formatted(aside.reader(), aside.subject(), aside.since()));
        tell(
                new RaiseNotice(
                        SET_ASIDE,
                        cause,
                        aside.type(),
                        aside.aggregate(),
                        aside.subject(),
                        "%s, from %d on: %s".formatted(aside.reader(), aside.position(), aside.cause()),
                        null,
                        null),
                aside.since());
        asides.told(aside);
    }

    private void tell(RaiseNotice raise, Instant since) {
        var id = Notice.idOf(raise.cause(), raise.kind());
        var answer = dispatch.apply(new Request(
                        id,
                        raise,
                        "notice/" + id,
                        // Why it waits may change before it is noted as told, and makes no other request of it.
                        id.toString().getBytes(StandardCharsets.UTF_8),
                        since,
                        Request.Timing.FOLLOWING,
                        Who.unbound("tell-" + raise.kind()),
                        Sight.ALL,
                        null,
                        false,
                        Map.of(Metadata.AUTH_TYPE, Metadata.SYSTEM)))
                .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .join();
        if (!(answer instanceof Outcome.Committed)) {
            throw new IllegalStateException("notice %s was answered by %s".formatted(id, answer));
        }
    }

    private static UUID idOf(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
