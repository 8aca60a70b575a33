package io.milepost.delivery;

import static io.milepost.delivery.acceptance.AcceptanceMessages.ACCEPTANCE;
import static io.milepost.delivery.acceptance.domain.AcceptanceKind.COMPREHENSIVE;
import static io.milepost.delivery.acceptance.domain.AcceptanceKind.SINGLE_POINT;
import static io.milepost.delivery.archiverecord.ArchiveRecordMessages.ARCHIVE_RECORD;
import static io.milepost.delivery.closure.ClosureMessages.CLOSURE;
import static io.milepost.delivery.settlement.SettlementMessages.SETTLEMENT;

import io.milepost.delivery.archiverecord.domain.ArchiveRecordEvent.ArchiveRecordDisposed;
import io.milepost.platform.testkit.Laws;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The laws for the aggregates from acceptance to closure. */
class ClosingLawsTest {

    @Test
    void laws_of_the_acceptance() {
        Laws.of(ACCEPTANCE)
                .suggesting("point", UUID.fromString("01900000-0000-7000-8000-0000000000d1"))
                .suggesting("qualityStandard", "ISO 9001")
                .suggesting("kind", SINGLE_POINT, SINGLE_POINT, SINGLE_POINT, COMPREHENSIVE)
                .suggesting("item", "Hall A")
                .suggesting("measured", "0.02 mm")
                .suggesting("remarks", "one scratch")
                .suggesting("RecordInspection.on", LocalDate.parse("2026-03-02"))
                .suggesting("acceptedOn", LocalDate.parse("2026-03-02"))
                .terminal("ACCEPTED")
                .check();
    }

    @Test
    void laws_of_the_settlement() {
        Laws.of(SETTLEMENT).terminal("SETTLED").check();
    }

    @Test
    void laws_of_the_closure() {
        Laws.of(CLOSURE).terminal("CLOSED").check();
    }

    @Test
    void laws_of_the_archive_record() {
        Laws.of(ARCHIVE_RECORD)
                .rare(ArchiveRecordDisposed.class)
                .terminal("DISPOSED")
                .check();
    }
}
