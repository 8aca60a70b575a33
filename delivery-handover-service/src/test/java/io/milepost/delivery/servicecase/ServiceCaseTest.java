package io.milepost.delivery.servicecase;

import static io.milepost.delivery.kernel.Satisfaction.No.SCORE_OUT_OF_RANGE;
import static io.milepost.delivery.kernel.ServiceRefusal.*;
import static io.milepost.delivery.servicecase.ServiceCase.No.*;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_CASE;
import static io.milepost.delivery.servicecase.ServiceCases.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.kernel.AfterSales;
import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.ServicePromise;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicecase.ServiceCaseCatalogue.Confirmation;
import io.milepost.delivery.servicecase.ServiceCaseCatalogue.View;
import io.milepost.delivery.servicecase.ServiceCaseEvent.*;
import io.milepost.delivery.servicelevel.ServiceLevelCatalogue;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceCaseTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.without(SERVICE_CASE, List.of(CONFIRMED_BY_SOLVER));
    private static final Scenario<ServiceCase, Command, ServiceCaseEvent> NOTHING =
            Scenario.of(SERVICE_CASE).recording(REACHED);
    private static final Level PROMISING =
            new Level(4, List.of(new ServicePromise(CaseKind.PROBLEM, Urgency.HIGH, 0, 2)));
    private static final Scenario<ServiceCase, Command, ServiceCaseEvent> SOLD =
            NOTHING.reading(PROMISING).reading(new SoldContract(ACCOUNT, "kim", null));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-163, R-165: a case is opened with what is promised for its kind")
    void is_opened_with_what_is_promised() {
        SOLD.when(open(CaseKind.PROBLEM, CONTRACT, ACCOUNT, "leak", "kim")).then(PROBLEM);
        SOLD.when(open(CaseKind.GUIDANCE, CONTRACT, ACCOUNT, "leak", "kim")).then(opened(CaseKind.GUIDANCE, null));
        var standard = new OpenCase(ACCOUNT, null, CaseKind.PROBLEM, Urgency.HIGH, "leak", null, null, "kim", null);
        NOTHING.reading(PROMISING)
                .when(standard)
                .then(new ServiceCaseOpened(
                        ACCOUNT,
                        null,
                        CaseKind.PROBLEM,
                        Urgency.HIGH,
                        "leak",
                        null,
                        null,
                        "kim",
                        Scenario.NOW,
                        new Promised(ServiceLevelCatalogue.STANDARD, 4, 0, 2)));
    }

    @Test
    @DisplayName(
            "R-165, R-188: without a service level of its own a case has what the process of its contract promises")
    void has_what_the_process_promises() {
        var soon = new AfterSales(
                null, List.of(new ServicePromise(CaseKind.PROBLEM, Urgency.HIGH, 1, 3)), null, null, null);
        var north = new SoldContract(ACCOUNT, "kim", new SoldContract.Promised(new UUID(8, 8), 5, soon));
        var open = new OpenCase(ACCOUNT, CONTRACT, CaseKind.PROBLEM, Urgency.HIGH, "leak", null, null, "kim", null);
        promised(open, north, new Promised(new UUID(8, 8), 5, 1, 3));
        promised(open(CaseKind.PROBLEM, CONTRACT, ACCOUNT, "leak", "kim"), north, PROMISED);
        promised(open(CaseKind.GUIDANCE, CONTRACT, ACCOUNT, "leak", "kim"), north, null);
        var silent = new SoldContract(
                ACCOUNT,
                "kim",
                new SoldContract.Promised(new UUID(8, 8), 5, new AfterSales(List.of(9), null, null, null, null)));
        promised(open, silent, new Promised(ServiceLevelCatalogue.STANDARD, 4, 0, 2));
    }

    private static void promised(OpenCase open, SoldContract sold, @Nullable Promised promised) {
        var opened = (ServiceCaseOpened) NOTHING.reading(PROMISING)
                .reading(sold)
                .when(open)
                .decision()
                .events()
                .getFirst();
        assertThat(opened.promised()).isEqualTo(promised);
    }

    @Test
    @DisplayName("R-163: a case is of a known contract and its account, and says what it is about and whose it is")
    void is_of_a_known_contract() {
        NOTHING.reading(PROMISING)
                .when(open(CaseKind.PROBLEM, CONTRACT, ACCOUNT, "leak", "kim"))
                .thenRefused(CONTRACT_UNKNOWN, "/contractId");
        SOLD.when(open(CaseKind.PROBLEM, CONTRACT, CONTRACT, "leak", "kim"))
                .thenRefused(ACCOUNT_OF_OTHER_CONTRACT, "/accountId");
        NOTHING.reading(new SoldContract(ACCOUNT, "kim", null))
                .when(open(CaseKind.PROBLEM, CONTRACT, ACCOUNT, "leak", "kim"))
                .thenRefused(SERVICE_LEVEL_UNKNOWN, "/serviceLevelId");
        SOLD.when(open(CaseKind.PROBLEM, CONTRACT, ACCOUNT, " ", "kim")).thenRefused(TEXT_MISSING, "/subject");
        SOLD.when(open(CaseKind.PROBLEM, CONTRACT, ACCOUNT, "leak", " ")).thenRefused(OWNER_MISSING, "/owner");
    }

    @Test
    @DisplayName("R-163: a case is assigned, worked on, resolved and confirmed by the customer")
    void is_assigned_solved_and_confirmed() {
        recorded(OPEN)
                .when(new StartCase())
                .thenRefused(CASE_NOT_ASSIGNED)
                .when(new AssignCase(" "))
                .thenRefused(ASSIGNEE_MISSING, "/assignee")
                .when(new AssignCase("max"))
                .byMember("KAP")
                .then(ASSIGNED)
                .when(new AssignCase(" MAX"))
                .thenNothing()
                .when(new ResolveCase("valve replaced"))
                .thenRefused(CASE_NOT_STARTED)
                .when(new StartCase())
                .byMember("max")
                .then(STARTED)
                .when(new StartCase())
                .thenNothing()
                .when(new ConfirmCase(5, null))
                .thenRefused(CASE_NOT_RESOLVED)
                .when(new ResolveCase(" "))
                .thenRefused(TEXT_MISSING, "/solution")
                .when(new ResolveCase("valve replaced"))
                .byMember("max")
                .then(RESOLVED)
                .when(new ResolveCase("valve replaced"))
                .thenNothing()
                .when(new ResolveCase("valve cleaned"))
                .thenRefused(CASE_RESOLVED)
                .when(new ConfirmCase(5, "well done"))
                .digest("feedback", "hash-1")
                .then(CONFIRMED)
                .when(new ConfirmCase(5, "well done"))
                .digest("feedback", "hash-1")
                .thenNothing()
                .when(new ConfirmCase(4, "well done"))
                .digest("feedback", "hash-1")
                .thenRefused(CASE_CONFIRMED)
                .when(new ConfirmCase(5, "so so"))
                .digest("feedback", "hash-2")
                .thenRefused(CASE_CONFIRMED);
        Stream.of(new AssignCase("zoe"), new StartCase(), new ResolveCase("again"), new ReopenCase("leaks"))
                .forEach(late -> recorded(ENDED).when(late).thenRefused(CASE_CONFIRMED));
    }

    @Test
    @DisplayName("R-167: satisfaction is from 1 to 5, and nobody has to state it")
    void satisfaction_is_on_the_scale() {
        Stream.of(0, 6, -1, Integer.MAX_VALUE)
                .forEach(score -> recorded(DONE)
                        .when(new ConfirmCase(score, null))
                        .thenRefused(SCORE_OUT_OF_RANGE, "/satisfaction"));
        Stream.of(1, 5)
                .forEach(score -> DONE.when(new ConfirmCase(score, null))
                        .then(new ServiceCaseConfirmed(ACCOUNT, CONTRACT, score, null, TODAY, null)));
        DONE.when(new ConfirmCase(null, " ")).thenRefused(TEXT_MISSING, "/feedback");
    }

    @Test
    @DisplayName("R-163: what is not done is reopened and solved again")
    void is_reopened() {
        var again = recorded(DONE)
                .when(new ReopenCase(" "))
                .thenRefused(REASON_MISSING, "/reason")
                .when(new ReopenCase("leaks again"))
                .then(new ServiceCaseReopened("leaks again", Scenario.NOW))
                .when(new ReopenCase("leaks again"))
                .thenRefused(CASE_NOT_RESOLVED)
                .when(new ResolveCase("new valve"))
                .byMember("max")
                .then(new ServiceCaseResolved("new valve", TODAY, "max"));
        assertThat(View.of(again.state()).reopenings()).isOne();
        OPEN.when(new ReopenCase("too slow")).thenRefused(CASE_NOT_RESOLVED);
    }

    @ParameterizedTest
    @EnumSource(CaseKind.class)
    @DisplayName("R-164: a training, a maintenance and a repair are resolved only when what was done is on record")
    void what_was_done_is_on_record(CaseKind kind) {
        var resolve = new ResolveCase("done");
        var working = recorded(working(kind));
        boolean rendered = kind == CaseKind.TRAINING || kind == CaseKind.MAINTENANCE || kind == CaseKind.REPAIR;
        if (rendered) {
            working.when(resolve).thenRefused(SERVICE_NOT_RENDERED);
        }
        var trained = kind == CaseKind.TRAINING ? 12 : null;
        working.given(new ServiceRendered(TODAY, "on site", BigDecimal.TWO, trained, "max"))
                .when(resolve)
                .byMember("max")
                .then(new ServiceCaseResolved("done", TODAY, "max"));
    }

    @Test
    @DisplayName("R-164: a record of service says when, what, how long and for how many")
    void a_service_is_plausible() {
        var training = recorded(working(CaseKind.TRAINING));
        var hours = new BigDecimal("2.50");
        training.when(new RecordService(null, "first day", hours, 12))
                .byMember("max")
                .then(new ServiceRendered(TODAY, "first day", hours, 12, "max"))
                .when(new RecordService(TODAY, "first day", hours, 12))
                .byMember("max")
                .thenNothing();
        training.when(new RecordService(null, " ", hours, 12)).thenRefused(TEXT_MISSING, "/work");
        training.when(new RecordService(TODAY.plusDays(1), "x", hours, 12)).thenRefused(DAY_IN_FUTURE, "/on");
        training.when(new RecordService(LocalDate.parse("0001-01-01"), "x", hours, 12))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
        training.when(new RecordService(TODAY.minusDays(2), "x", hours, 12)).thenRefused(SERVICE_BEFORE_OPENING, "/on");
        Stream.of("-0.01", "1000.01", "0.001")
                .forEach(odd -> training.when(new RecordService(null, "x", new BigDecimal(odd), 12))
                        .thenRefused(HOURS_IMPLAUSIBLE, "/hours"));
        Stream.of((Integer) null, 0, 10_001)
                .forEach(people -> training.when(new RecordService(null, "x", hours, people))
                        .thenRefused(TRAINED_IMPLAUSIBLE, "/trained"));
        WORKING.when(new RecordService(null, "x", null, 3)).thenRefused(TRAINED_IMPLAUSIBLE, "/trained");
        OPEN.when(new RecordService(null, "x", null, null)).thenRefused(CASE_NOT_STARTED);
    }

    @Test
    @DisplayName("R-042: a new need is noted once, at any time")
    void a_new_need_is_noted_once() {
        var need = new CaseNeedFound(ACCOUNT, CONTRACT, "a second press", "KAP", "hash-1");
        ENDED.when(new NoteCaseNeed("a second press"))
                .byMember("KAP")
                .digest("need", "hash-1")
                .then(need)
                .when(new NoteCaseNeed("a second press"))
                .digest("need", "hash-1")
                .thenNothing()
                .when(new NoteCaseNeed("a crane"))
                .byMember("KAP")
                .digest("need", "hash-2")
                .then(new CaseNeedFound(ACCOUNT, CONTRACT, "a crane", "KAP", "hash-2"));
        OPEN.when(new NoteCaseNeed(" ")).thenRefused(TEXT_MISSING, "/need");
    }

    @Test
    void shows_where_it_stands() {
        assertThat(Stream.of(OPEN, OPEN.given(ASSIGNED), WORKING, DONE, ENDED)
                        .map(scenario -> View.of(scenario.state()).status()))
                .containsExactly("OPENED", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "CONFIRMED");
        assertThat(View.of(ENDED.state()))
                .isEqualTo(new View(
                        "CONFIRMED",
                        ACCOUNT,
                        CONTRACT,
                        CaseKind.PROBLEM,
                        Urgency.HIGH,
                        "leak",
                        "oil on the floor",
                        "Ms Hu",
                        "kim",
                        "max",
                        PROMISED,
                        Set.of(),
                        List.of(),
                        RESOLVED,
                        new Confirmation(5, "well done", TODAY),
                        0));
        assertThat(SERVICE_CASE.ownerOf(OPEN.state())).isEqualTo("kim");
    }

    private static Scenario<ServiceCase, Command, ServiceCaseEvent> recorded(
            Scenario<ServiceCase, Command, ServiceCaseEvent> scenario) {
        return scenario.recording(REACHED);
    }

    private static OpenCase open(CaseKind kind, @Nullable UUID contract, UUID account, String subject, String owner) {
        return new OpenCase(account, contract, kind, Urgency.HIGH, subject, "oil on the floor", "Ms Hu", owner, LEVEL);
    }
}
