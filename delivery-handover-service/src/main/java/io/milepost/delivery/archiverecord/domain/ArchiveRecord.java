package io.milepost.delivery.archiverecord.domain;

import static io.milepost.delivery.archiverecord.domain.ArchiveRecordRefusal.*;
import static io.milepost.delivery.archiverecord.domain.ArchiveRecordRefusal.DAY_IMPLAUSIBLE;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.archiverecord.domain.ArchiveRecordCommand.DisposeRecord;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordCommand.ExpireRetention;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordCommand.FileRecord;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRecordDisposed;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRecordFiled;
import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRetentionExpired;
import io.milepost.delivery.kernel.Horizon;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** The papers of a contract, from the day they are put away. */
public sealed interface ArchiveRecord {

    record Unknown() implements ArchiveRecord {}

    record Filed(ArchiveRecordFiled filing) implements ArchiveRecord {}

    /** The retention period is over and that is on record. */
    record Expired(ArchiveRecordFiled filing) implements ArchiveRecord {}

    record Disposed(ArchiveRecordFiled filing, LocalDate on) implements ArchiveRecord {}

    static Decision<ArchiveRecordEvent> decide(ArchiveRecord state, ArchiveRecordCommand command, Occasion occasion) {
        return switch (command) {
            case FileRecord file -> state instanceof Unknown ? file(file, occasion) : refused(RECORD_ALREADY_FILED);
            case ExpireRetention _ ->
                switch (state) {
                    case Unknown _ -> refused(RECORD_UNKNOWN);
                    case Expired _, Disposed _ -> unchanged();
                    case Filed(var filing) -> expire(filing, occasion.today());
                };
            case DisposeRecord _ ->
                switch (state) {
                    case Unknown _ -> refused(RECORD_UNKNOWN);
                    case Disposed _ -> unchanged();
                    case Filed(var filing) -> dispose(filing, occasion.today());
                    case Expired(var filing) -> dispose(filing, occasion.today());
                };
        };
    }

    static ArchiveRecord evolve(ArchiveRecord state, ArchiveRecordEvent event) {
        return switch (event) {
            case ArchiveRecordFiled filing -> new Filed(filing);
            case ArchiveRetentionExpired _ -> new Expired(((Filed) state).filing());
            case ArchiveRecordDisposed disposed ->
                switch (state) {
                    case Filed(var filing) -> new Disposed(filing, disposed.on());
                    case Expired(var filing) -> new Disposed(filing, disposed.on());
                    case Unknown _, Disposed _ -> state;
                };
        };
    }

    private static Decision<ArchiveRecordEvent> file(FileRecord file, Occasion occasion) {
        var missing = missing(file);
        if (missing.isPresent()) {
            return refused(RETENTION_DATA_MISSING).at(missing.get());
        }
        if (file.retentionYears() < 1 || file.retentionYears() > 100) {
            return refused(RETENTION_OUT_OF_RANGE).at("/retentionYears");
        }
        if (file.opportunityId() != null && !file.opportunityId().equals(occasion.id())) {
            return refused(RECORD_ID_FOREIGN).at("/opportunityId");
        }
        var filedOn = Objects.requireNonNullElse(file.filedOn(), occasion.today());
        if (filedOn.isAfter(occasion.today())) {
            return refused(FILED_IN_FUTURE).at("/filedOn");
        }
        if (!Horizon.FAR.reaches(filedOn, occasion.today())) {
            return refused(DAY_IMPLAUSIBLE).at("/filedOn");
        }
        return accepted(new ArchiveRecordFiled(
                occasion.id(),
                file.title(),
                file.custodian(),
                file.transferor(),
                file.place(),
                filedOn,
                file.retentionYears(),
                filedOn.plusYears(file.retentionYears()),
                file.disposal(),
                file.opportunityId()));
    }

    /** Nothing may be missing. */
    private static Optional<String> missing(FileRecord file) {
        if (file.title().isBlank()) {
            return Optional.of("/title");
        }
        if (file.custodian().isBlank()) {
            return Optional.of("/custodian");
        }
        if (file.transferor().isBlank()) {
            return Optional.of("/transferor");
        }
        if (file.place().isBlank()) {
            return Optional.of("/place");
        }
        return file.disposal().isBlank() ? Optional.of("/disposal") : Optional.empty();
    }

    /** Comes from a timer. */
    private static Decision<ArchiveRecordEvent> expire(ArchiveRecordFiled filing, LocalDate today) {
        return today.isBefore(filing.retainUntil())
                ? unchanged()
                : accepted(new ArchiveRetentionExpired(
                        filing.contractId(), filing.custodian(), filing.disposal(), filing.retainUntil()));
    }

    private static Decision<ArchiveRecordEvent> dispose(ArchiveRecordFiled filing, LocalDate today) {
        return today.isBefore(filing.retainUntil())
                ? Decision.refused(RETENTION_RUNNING, "to be kept until " + filing.retainUntil())
                : accepted(new ArchiveRecordDisposed(filing.contractId(), filing.disposal(), today));
    }

    private static Refused<ArchiveRecordEvent> refused(ArchiveRecordRefusal reason) {
        return Decision.refused(reason);
    }
}
