package io.milepost.reporting.read.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.lead.PersonFacts;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.erasures.ConcernedFiles.Found;
import io.milepost.reporting.read.erasures.ConcernedFiles.Of;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.export.KeptFile;
import io.milepost.reporting.read.mart.export.KeptFile.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is told of erased persons, by the events of lead-service and the files that are kept. */
@DisplayName("R-187: certificates name the files that are kept")
class CertificatesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final UUID PERSON = new UUID(7, 1);
    private static final UUID DEAL = new UUID(7, 2);
    private final Certificates certificates = new Certificates();

    @Test
    void a_certificate_is_told_as_it_comes_and_what_is_heard_again_changes_nothing() {
        hear(asked(1));
        assertThat(certificate().status()).isEqualTo("PARTLY");
        hear(answered(1, "opportunity", "opportunity", 5), erased(1));
        assertThat(certificate().status()).isEqualTo("ERASED");
        assertThat(certificate().answers()).containsOnlyKeys("opportunity");
        hear(asked(1));
        assertThat(certificate().status()).isEqualTo("ERASED");

        hear(said(PersonFacts.OPENED, "\"reason\":\"buys\",\"alsoUnder\":[],\"openedBy\":\"kim\""));
        assertThat(certificate().status()).isEqualTo("OPEN");
        hear(asked(2), answered(1, "lead", "lead", 1), erased(1));
        assertThat(certificate().status()).as("answers of an older round").isEqualTo("PARTLY");
        assertThat(certificate().answers()).isEmpty();
        assertThat(certificates.latest(10)).hasSize(1);
        assertThat(certificates.of(DEAL)).isEmpty();
    }

    @Test
    void what_cannot_be_read_keeps_nothing_waiting() {
        hear(said(PersonFacts.ASKED, "\"round\":\"many\""), asked(1));
        assertThat(certificate().round()).isEqualTo(1);
    }

    @Test
    @DisplayName("R-187: a file is named where it reads that aggregate and has come to the event, and not otherwise")
    void files_are_named() {
        hear(asked(1), answered(1, "opportunity", "opportunity", 5));
        var of = List.of(new Of("opportunity", "opportunity", DEAL));
        assertThat(files(nightly("opportunity", "lead=9,opportunity=5")))
                .extracting(Found::entities)
                .containsExactly(of);
        assertThat(files(scheduled("won", "lead=9,opportunity=7")))
                .extracting(Found::entities)
                .containsExactly(of);
        assertThat(files(nightly("opportunity", "lead=9,opportunity=4")))
                .as("made before")
                .isEmpty();
        assertThat(files(nightly("lead", "lead=9"))).as("of another aggregate").isEmpty();
        assertThat(files(scheduled("a-report-of-before", "opportunity=7")))
                .as("nobody knows any more what it is made of")
                .hasSize(1);
    }

    private List<Found> files(KeptFile file) {
        return new ConcernedFiles(Declared.in(ZoneOffset.UTC), List.of(() -> List.of(file))).of(certificate());
    }

    private static KeptFile nightly(String dataset, String position) {
        return new KeptFile(Kind.NIGHTLY, dataset, "2026-03-01/x", "csv", Instant.EPOCH, DAY, position, "00");
    }

    private static KeptFile scheduled(String report, String position) {
        return new KeptFile(
                Kind.SCHEDULED, report, "/v1/report-runs/x/file", "csv", Instant.EPOCH, null, position, "00");
    }

    private Certificate certificate() {
        return certificates.of(PERSON).orElseThrow();
    }

    private void hear(Inbound... events) {
        certificates.handle(0, List.of(events));
    }

    private static Inbound said(String type, String fields) {
        return Said.on(DAY, type, PERSON, 1, PersonFacts.SOURCE, fields);
    }

    private static Inbound asked(int round) {
        return said(
                PersonFacts.ASKED,
                "\"round\":%d,\"reason\":\"letter\",\"alsoUnder\":[\"%s\"],\"requestedBy\":\"kim\",\"at\":\"2026-03-02T09:00:00Z\""
                        .formatted(round, DEAL));
    }

    private static Inbound answered(int round, String service, String aggregate, long position) {
        return said(PersonFacts.ANSWERED, """
            "round":%d,"answer":{"service":"%s","at":"2026-03-02T09:00:01Z","entities":[{"aggregate":"%s","entity":"%s",\
            "sealed":[%d],"open":[]}]}\
            """.formatted(round, service, aggregate, DEAL, position));
    }

    private static Inbound erased(int round) {
        return said(PersonFacts.ERASED, "\"round\":%d,\"at\":\"2026-03-02T09:00:02Z\"".formatted(round));
    }
}
