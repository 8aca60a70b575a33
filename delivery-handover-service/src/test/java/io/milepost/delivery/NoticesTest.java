package io.milepost.delivery;

import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.acceptance.AcceptanceCatalogue;
import io.milepost.delivery.archiverecord.ArchiveRecord.ArchiveRetentionEndAnnounced;
import io.milepost.delivery.archiverecord.ArchiveRecord.ArchiveRetentionExpired;
import io.milepost.delivery.archiverecord.ArchiveRecordCatalogue;
import io.milepost.delivery.carevisit.CareVisitCatalogue;
import io.milepost.delivery.closure.Closure.ClosureBlocked;
import io.milepost.delivery.closure.ClosureCatalogue;
import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.salesclosure.SalesClosure.SalesClosureBlocked;
import io.milepost.delivery.salesclosure.SalesClosureCatalogue;
import io.milepost.platform.Service;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.notice.Notice;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.testkit.ProducerSamples;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** To whom each notice goes, and that it is told once. Those of entities that nobody owns name whom they concern. */
class NoticesTest {
    private static final Service SERVICE = new DeliveryHandoverServiceApplication().service();
    private static final UUID ID = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    @DisplayName("Domain 3.8: what becomes of a delivery is told to whoever sold it, and the manager")
    void the_seller_is_told_of_the_delivery() {
        var slipped = new DeliveryMilestoneSlipped(ID, "TRAINED", DAY, DAY, "rain", DAY, "kim");
        assertThat(member(DeliveryProjectCatalogue.SLIPPED_NOTICE, slipped)).isEqualTo("kim");
        var missed = new DeliveryMilestoneMissed(ID, "TRAINED", DAY, "kim");
        assertThat(member(DeliveryProjectCatalogue.MILESTONE_NOTICE, missed)).isEqualTo("kim");
        assertThat(member(AcceptanceCatalogue.SCHEDULED_NOTICE, new AcceptanceScheduled(ID, DAY, "kim")))
                .isEqualTo("kim");
        var failed =
                new AcceptanceFailed(ID, ID, AcceptanceKind.SINGLE_POINT, "Hall A", "leaks", "kim", ID, "Jane Roe");
        assertThat(member(AcceptanceCatalogue.FAILED_NOTICE, failed)).isEqualTo("kim");
        assertThat(member(ClosureCatalogue.BLOCKED_NOTICE, new ClosureBlocked(ID, List.of(), "kim")))
                .isEqualTo("kim");
        assertThat(List.of(
                        DeliveryProjectCatalogue.SLIPPED_NOTICE.to(),
                        DeliveryProjectCatalogue.MILESTONE_NOTICE.to(),
                        AcceptanceCatalogue.FAILED_NOTICE.to(),
                        ClosureCatalogue.BLOCKED_NOTICE.to(),
                        HandoverCatalogue.RETURNED_NOTICE.to()))
                .containsOnly(List.of(OWNER, MANAGER));
        assertThat(AcceptanceCatalogue.SCHEDULED_NOTICE.to()).containsExactly(OWNER);
        assertThat(CareVisitCatalogue.COMING_NOTICE.to()).containsExactly(OWNER);
    }

    @Test
    @DisplayName("Domain 3.8: the director is told of a sales project that cannot be closed, the custodian of papers")
    void the_director_and_the_custodian_are_told() {
        assertThat(member(SalesClosureCatalogue.SALES_BLOCKED_NOTICE, new SalesClosureBlocked(ID, List.of(), "pia")))
                .isEqualTo("pia");
        assertThat(SalesClosureCatalogue.SALES_BLOCKED_NOTICE.to()).containsExactly(OWNER, MANAGER);
        assertThat(member(ArchiveRecordCatalogue.EXPIRING_NOTICE, new ArchiveRetentionEndAnnounced(ID, "ann", DAY)))
                .isEqualTo("ann");
        assertThat(member(ArchiveRecordCatalogue.EXPIRED_NOTICE, new ArchiveRetentionExpired(ID, "ann", "shred", DAY)))
                .isEqualTo("ann");
        assertThat(ArchiveRecordCatalogue.EXPIRING_NOTICE.to()).containsExactly(OWNER);
        assertThat(ArchiveRecordCatalogue.EXPIRED_NOTICE.to()).containsExactly(OWNER, MANAGER);
    }

    @Test
    @DisplayName(
            "Domain 3.8: what went wrong is told to whoever has it and the manager, what is to come to whoever has it")
    void every_notice_has_its_recipients() {
        assertThat(to(OWNER, MANAGER))
                .containsExactlyInAnyOrder(
                        "handover-overdue",
                        "handover-returned",
                        "delivery-on-hold",
                        "delivery-slipped",
                        "delivery-milestone-missed",
                        "correction-overdue",
                        "coordination-task-overdue",
                        "change-escalated",
                        "delivery-overdue",
                        "acceptance-failed",
                        "service-deadline-breached",
                        "care-visit-missed",
                        "improvement-overdue",
                        "care-activity-missed",
                        "retention-over",
                        "closure-blocked",
                        "sales-closure-blocked");
        assertThat(to(OWNER))
                .containsExactlyInAnyOrder(
                        "handover-due", "acceptance-scheduled", "care-visit-due", "retention-expiring");
        assertThat(SERVICE.notices()).hasSize(21);
    }

    @Test
    @DisplayName("Domain 3.8: an event is told once, however often it is delivered, and another event is told apart")
    void every_notice_is_told_once() {
        for (var rule : SERVICE.notices()) {
            var type = rule.catalogue().event(rule.cause()).wireType();
            for (var sample : ProducerSamples.of("delivery", rule.catalogue().aggregate(), type)) {
                var told = raised(rule.in("delivery"), sample);
                assertThat(raised(rule.in("delivery"), sample)).isEqualTo(told);
                assertThat(raised(rule.in("delivery"), another(sample)).target())
                        .as(rule.kind())
                        .isNotEqualTo(told.target());
                assertThat(rule.in("delivery").settledBy()).isEmpty();
            }
        }
    }

    private static List<String> to(Notice.Addressee... addressees) {
        return SERVICE.notices().stream()
                .filter(rule -> rule.to().equals(List.of(addressees)))
                .map(NoticeRule::kind)
                .toList();
    }

    private static <T> Reaction.Command raised(Automation<T> telling, Inbound event) {
        return telling.reaction().to(event, event.as(telling.data())).orElseThrow();
    }

    /** The same that happened once more. */
    private static Inbound another(Inbound event) {
        return new Inbound(
                event.source(),
                event.type(),
                event.subject(),
                new UUID(9, 9),
                event.position() + 1,
                event.epoch(),
                event.effectiveAt(),
                event.recordedAt(),
                event.actor(),
                event.correlationId(),
                event.key(),
                event.data());
    }

    private static <E extends Record> @Nullable String member(NoticeRule<E> rule, E event) {
        var whom = rule.member();
        return whom == null ? null : whom.apply(event);
    }
}
