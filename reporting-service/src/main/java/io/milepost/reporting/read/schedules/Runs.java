package io.milepost.reporting.read.schedules;

import io.milepost.platform.access.Access;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import io.milepost.platform.value.Codes;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.inbound.lead.ScheduleFacts;
import io.milepost.reporting.inbound.lead.ScheduleFacts.RunDue;
import io.milepost.reporting.read.mart.api.ReportFiles;
import io.milepost.reporting.read.mart.query.QueryException;
import io.milepost.reporting.read.schedules.RunStore.Run;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the runs that became due, each once: it is kept under the id of the event by which it became due, and one of a schedule and a day.
 * A run waits until the figures are complete; one that cannot be made says why, and is not tried for ever.
 */
final class Runs implements BatchHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    /** After that a file is made of what is there, and says that it is not all. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RunStore store;
    private final ReportFiles files;
    private final Sights sights;
    private final Clock clock;
    private final Map<UUID, Due> due = new ConcurrentSkipListMap<>();

    Runs(RunStore store, ReportFiles files, Sights sights, Clock clock) {
        this.store = store;
        this.files = files;
        this.sights = sights;
        this.clock = clock;
    }

    /** @param heardAt when this instance heard of it */
    private record Due(UUID schedule, RunDue run, Instant heardAt) {}

    @Override
    public void handle(int partition, List<Inbound> batch) {
        for (var event : batch) {
            if (event.type().equals(ScheduleFacts.RUN_DUE)) {
                try {
                    due.put(event.eventId(), new Due(event.subject(), event.as(RunDue.class), clock.instant()));
                } catch (Inbound.Unreadable unreadable) {
                    LOG.warn("A scheduled report is not made: {}", unreadable.getMessage());
                }
            }
        }
    }

    @Override
    public void pass(Unread record) {
        LOG.warn(
                "Scheduled reports go on without {} at {}, which is no event",
                record.topicPartition(),
                record.offset());
    }

    /** Makes what is due and not there. A fault of the database leaves the rest for the next look. */
    void look() {
        if (due.isEmpty()) {
            return;
        }
        store.among(due.keySet()).forEach(due::remove);
        due.forEach((id, one) -> {
            if (isReady(one)) {
                make(id, one);
                due.remove(id);
            }
        });
    }

    private boolean isReady(Due one) {
        return switch (files.state(one.run().report())) {
            case COMPLETE, PARTIAL -> true;
            case BEHIND, BLOCKED -> clock.instant().isAfter(one.heardAt().plus(PATIENCE));
            case BUILDING -> false;
        };
    }

    private void make(UUID id, Due one) {
        var run = one.run();
        var format = run.format().toLowerCase(Locale.ROOT);
        try {
            var made = files.make(run.report(), parameters(run), format, sights.of(run.recipient(), access(run)));
            store.keep(
                    kept(id, one, format, made.position(), made.state(), made.rows(), hash(made.content()), null),
                    made.content());
        } catch (QueryException cannot) {
            var fault = "%s must be %s".formatted(cannot.parameter(), cannot.getMessage());
            LOG.warn("The report {} of {} cannot be made: {}", run.report(), run.day(), fault);
            store.keep(kept(id, one, format, null, null, 0, null, fault), null);
        }
    }

    private Run kept(
            UUID id,
            Due one,
            String format,
            @Nullable String position,
            @Nullable String state,
            long rows,
            @Nullable String sha256,
            @Nullable String fault) {
        var run = one.run();
        return new Run(
                id,
                one.schedule(),
                run.report(),
                Codes.canonical(run.recipient()),
                format,
                run.day(),
                run.from(),
                run.to(),
                clock.instant(),
                position,
                state,
                rows,
                sha256,
                0,
                fault);
    }

    private static Map<String, String> parameters(RunDue run) {
        var parameters = new TreeMap<String, String>();
        parameters.put("from", run.from().toString());
        parameters.put("to", run.to().toString());
        if (!run.by().isEmpty()) {
            parameters.put("by", String.join(",", run.by()));
        }
        if (!run.where().isEmpty()) {
            parameters.put(
                    "where",
                    run.where().stream()
                            .map(one -> "%s eq '%s'"
                                    .formatted(one.column(), one.value().replace("'", "''")))
                            .collect(Collectors.joining(" and ")));
        }
        return parameters;
    }

    /** A word that is none of these means the narrowest, never more than was meant. */
    private static Access access(RunDue run) {
        return Arrays.stream(Access.values())
                .filter(one -> one.name().equals(run.access()))
                .findFirst()
                .orElse(Access.OWN);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
