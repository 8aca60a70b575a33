package io.milepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.acceptance.AcceptanceCatalogue;
import io.milepost.delivery.archiverecord.ArchiveRecord.ArchiveRetentionEndAnnounced;
import io.milepost.delivery.archiverecord.ArchiveRecord.ArchiveRetentionExpired;
import io.milepost.delivery.archiverecord.ArchiveRecordCatalogue;
import io.milepost.delivery.closure.Closure.ClosureBlocked;
import io.milepost.delivery.closure.ClosureCatalogue;
import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue;
import io.milepost.delivery.salesclosure.SalesClosure.SalesClosureBlocked;
import io.milepost.delivery.salesclosure.SalesClosureCatalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.testkit.NoticeWalk;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** To whom each notice goes, and that it is told once. Those of entities that nobody owns name whom they concern. */
class NoticesTest {
    private static final UUID ID = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    @DisplayName("Domain 3.8: what becomes of a delivery is told to whoever sold it")
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
    }

    @Test
    @DisplayName("Domain 3.8: the director is told of a sales project that cannot be closed, the custodian of papers")
    void the_director_and_the_custodian_are_told() {
        assertThat(member(SalesClosureCatalogue.SALES_BLOCKED_NOTICE, new SalesClosureBlocked(ID, List.of(), "pia")))
                .isEqualTo("pia");
        assertThat(member(ArchiveRecordCatalogue.EXPIRING_NOTICE, new ArchiveRetentionEndAnnounced(ID, "ann", DAY)))
                .isEqualTo("ann");
        assertThat(member(ArchiveRecordCatalogue.EXPIRED_NOTICE, new ArchiveRetentionExpired(ID, "ann", "shred", DAY)))
                .isEqualTo("ann");
    }

    @Test
    @DisplayName("R-143 to R-185, 3.8: each notice goes to whom it has to, is told to somebody, and once")
    void each_is_told_to_somebody_once() {
        NoticeWalk.check(new DeliveryHandoverServiceApplication().service(), """
                handover-due OWNER
                handover-overdue OWNER MANAGER
                service-deadline-breached OWNER MANAGER
                care-visit-missed OWNER MANAGER
                improvement-overdue OWNER MANAGER
                care-activity-missed OWNER MANAGER
                coordination-task-overdue OWNER MANAGER
                delivery-overdue OWNER MANAGER
                correction-overdue OWNER MANAGER
                change-escalated OWNER MANAGER
                retention-expiring OWNER
                retention-over OWNER MANAGER
                closure-blocked OWNER MANAGER
                sales-closure-blocked OWNER MANAGER
                handover-returned OWNER MANAGER
                delivery-on-hold OWNER MANAGER
                acceptance-scheduled OWNER
                acceptance-failed OWNER MANAGER
                delivery-slipped OWNER MANAGER
                delivery-milestone-missed OWNER MANAGER
                care-visit-due OWNER
                """);
    }

    private static <E extends Record> @Nullable String member(NoticeRule<E> rule, E event) {
        var whom = rule.member();
        return whom == null ? null : whom.apply(event);
    }
}
