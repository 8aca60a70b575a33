package io.milepost.platform.testkit;

import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OPERATOR;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;
import static io.milepost.platform.testkit.parcel.ParcelMessages.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.Service;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelWeighed;
import io.milepost.platform.testkit.parcel.ParcelRefusal;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sound passes, and each fault of an automation or a notice is named. */
class AutomationLawTest {
    private static final String DIRECTORY = "contracts.dir";
    private static final String BEFORE = System.getProperty(DIRECTORY);
    private static final String TABLE = """
            when-order-arrives-then-deliver-parcel
              given parcel.posted
              late parcel.posted parcel.delivered
            """;

    record Arrived(UUID parcel, UUID agent) {}

    record Weighed(UUID parcel, int grams) {}

    @BeforeAll
    static void publish(@TempDir Path contracts) throws IOException {
        write(contracts, "shop", "order", """
                {"type":"order.arrived.v1","data":{"parcel":"%1$s","agent":"%1$s"}}
                {"type":"order.weighed.v1","data":{"parcel":"%1$s","grams":10}}
                """);
        write(contracts, "scales", "load", """
                {"type":"load.weighed.v1","data":{"parcel":"%1$s","grams":20}}
                """);
        write(contracts, "post", "parcel", """
                {"type":"parcel.posted.v1","data":{"label":"a","recipient":null,"worth":{"amount":"1.00","currency":"USD"},"size":"SMALL","stamps":[],"postedOn":"2026-03-31"}}
                {"type":"parcel.weighed.v1","data":{"grams":10}}
                {"type":"parcel.delivered.v1","data":{"agentId":"%1$s","handedOverAt":"2026-03-31T10:00:00Z"}}
                {"type":"parcel.label-clash-found.v1","data":{"holder":"%1$s"}}
                """);
        System.setProperty(DIRECTORY, contracts.toString());
    }

    @AfterAll
    static void restore() {
        if (BEFORE == null) {
            System.clearProperty(DIRECTORY);
        } else {
            System.setProperty(DIRECTORY, BEFORE);
        }
    }

    @Test
    void has_nothing_to_say_about_a_sound_automation() {
        AutomationLaw.check(service(delivering(ParcelRefusal.NOT_UNDER_WAY)), TABLE);
    }

    @Test
    void notices_an_automation_without_a_line_and_a_line_without_an_automation() {
        broken(
                service(delivering(ParcelRefusal.NOT_UNDER_WAY)),
                "when-a-then-b",
                "no automation is named when-a-then-b",
                "when-order-arrives-then-deliver-parcel has no line");
    }

    @Test
    void notices_what_is_parked_when_it_is_late() {
        broken(service(delivering()), TABLE, "late: it is parked as NOT_UNDER_WAY and not Settled");
        AutomationLaw.check(service(delivering()), TABLE.strip() + " parks NOT_UNDER_WAY");
    }

    @Test
    void notices_a_refusal_that_settles_and_is_never_met() {
        broken(
                service(delivering(ParcelRefusal.NOT_UNDER_WAY, ParcelRefusal.LABEL_TAKEN)),
                TABLE,
                "nothing is refused with [LABEL_TAKEN]");
    }

    @Test
    void notices_a_case_in_which_nothing_happens() {
        broken(
                service(delivering(ParcelRefusal.NOT_UNDER_WAY)),
                "when-order-arrives-then-deliver-parcel given parcel.posted parcel.delivered",
                "happy and duplicate: it is settled and not Effect");
    }

    @Test
    void notices_a_reaction_that_asks_for_something_else_each_time() {
        var fickle = new Automation<>(
                "when-order-arrives-then-deliver-parcel",
                "shop",
                "order.arrived.v1",
                Arrived.class,
                (_, arrived) ->
                        Optional.of(new Reaction.Command(UUID.randomUUID(), new DeliverParcel(arrived.agent()))),
                Set.of(ParcelRefusal.NOT_UNDER_WAY));
        broken(service(fickle), TABLE, "the same fact asks for something else");
    }

    @Test
    void notices_a_timer_that_nobody_declared() {
        var timed = service(delivering(ParcelRefusal.NOT_UNDER_WAY))
                .waits(new Due<Parcel>(
                        "delivery",
                        CATALOGUE,
                        DeliverParcel.class,
                        parcel -> parcel instanceof Parcel.Posted
                                ? List.of(
                                        DueDate.endOf(LocalDate.parse("2026-04-01"), new DeliverParcel(new UUID(0, 1))))
                                : List.of()));
        broken(timed, TABLE, "timers: it makes [delivery] idle, and not []");
        broken(timed, TABLE.strip() + " timer delivery", "timers: it is settled and not Effect");
        AutomationLaw.check(timed, TABLE.strip() + " timer delivery settles");
    }

    @Test
    void notices_facts_from_two_sides_that_end_otherwise_in_another_order() {
        broken(
                service(
                        weighing("when-order-weighed-then-weigh", "shop", "order.weighed.v1"),
                        weighing("when-load-weighed-then-weigh", "scales", "load.weighed.v1")),
                """
                when-order-weighed-then-weigh given parcel.posted late parcel.posted parcel.delivered
                when-load-weighed-then-weigh given parcel.posted late parcel.posted parcel.delivered
                """,
                "reordered with when-order-weighed-then-weigh");
    }

    @Test
    void notices_a_notice_that_nobody_is_told() {
        var told = notice("parcel-weighed").on(CATALOGUE, ParcelWeighed.class);
        NoticeWalk.check(telling(told.to(OPERATOR)), "parcel-weighed OPERATOR");
        NoticeWalk.check(telling(told.concerning(_ -> "kim").to(OWNER)), "parcel-weighed OWNER");
        assertThatThrownBy(() -> NoticeWalk.check(telling(told.to(OWNER)), "parcel-weighed OWNER"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("parcel-weighed goes to nobody");
    }

    @Test
    void notices_a_notice_that_goes_to_somebody_else_than_is_said() {
        var told = notice("parcel-weighed").on(CATALOGUE, ParcelWeighed.class).concerning(_ -> "kim");
        for (var table : List.of("parcel-weighed OWNER", "parcel-lost OWNER MANAGER")) {
            assertThatThrownBy(() -> NoticeWalk.check(telling(told.to(OWNER, MANAGER)), table))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("declared and not told, or otherwise");
        }
    }

    private static void broken(Service service, String table, String... faults) {
        var thrown =
                assertThatThrownBy(() -> AutomationLaw.check(service, table)).isInstanceOf(AssertionError.class);
        for (var fault : faults) {
            thrown.hasMessageContaining(fault);
        }
    }

    private static Service service(Automation<?>... automations) {
        return Service.of("post").decides(CATALOGUE).reacts(automations);
    }

    private static Service telling(NoticeRule<?> rule) {
        return Service.of("post").decides(CATALOGUE).tells(rule);
    }

    private static Automation<Arrived> delivering(Refusal... settledBy) {
        return new Automation<>(
                "when-order-arrives-then-deliver-parcel",
                "shop",
                "order.arrived.v1",
                Arrived.class,
                (_, arrived) -> Optional.of(new Reaction.Command(arrived.parcel(), new DeliverParcel(arrived.agent()))),
                Set.of(settledBy));
    }

    private static Automation<Weighed> weighing(String name, String source, String type) {
        return new Automation<>(
                name,
                source,
                type,
                Weighed.class,
                (_, weighed) -> Optional.of(new Reaction.Command(weighed.parcel(), new WeighParcel(weighed.grams()))),
                Set.of(ParcelRefusal.NOT_UNDER_WAY));
    }

    private static void write(Path contracts, String service, String aggregate, String samples) throws IOException {
        Files.createDirectories(contracts.resolve(service));
        Files.writeString(
                contracts.resolve(service).resolve(aggregate + ".samples.ndjson"), samples.formatted(new UUID(1, 7)));
    }
}
