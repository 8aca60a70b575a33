package io.milepost.leads;

import static org.awaitility.Awaitility.await;

import io.milepost.leads.developmentplan.DevelopmentPlan.*;
import io.milepost.leads.salesplan.SalesPlan.*;
import io.milepost.leads.salesstrategy.SalesStrategy;
import io.milepost.leads.salesstrategy.SalesStrategy.*;
import io.milepost.leads.salestarget.Figure;
import io.milepost.leads.salestarget.Level;
import io.milepost.leads.salestarget.Metric;
import io.milepost.leads.salestarget.SalesTarget.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.value.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For every command of what is planned a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class PlanningSituations {
    private static final SalesStrategy.Content STRATEGY =
            new SalesStrategy.Content("upper end", "by value", List.of("direct"), "fairs");
    private static final SalesStrategy.Content NEXT =
            new SalesStrategy.Content("upper end", "by value", List.of("direct", "web"), "fairs");

    private PlanningSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return plans(targets(strategies(MarketSituations.in(walk))));
    }

    private static BadInputWalk strategies(BadInputWalk walk) {
        return walk.accepted(DraftSalesStrategy.class, _ -> new Situation(null, strategy()))
                .accepted(
                        AdoptSalesStrategy.class,
                        client -> new Situation(client.create(strategy()), new AdoptSalesStrategy(1)))
                .accepted(
                        ReviseSalesStrategy.class,
                        client -> new Situation(
                                client.create(strategy()), new ReviseSalesStrategy(NEXT, "orders fell", List.of())))
                .refused(
                        "FIGURES_MISSING",
                        client -> new Situation(adopted(client), new ReviseSalesStrategy(NEXT, "fell", List.of())));
    }

    private static BadInputWalk targets(BadInputWalk walk) {
        return walk.accepted(DraftSalesTarget.class, client -> new Situation(null, new DraftSalesTarget(task(client))))
                .accepted(RedraftSalesTarget.class, client -> {
                    var task = task(client);
                    return new Situation(
                            client.create(new DraftSalesTarget(task)),
                            new RedraftSalesTarget(during(task, soon().plusDays(1))));
                })
                .accepted(SubmitSalesTarget.class, client -> new Situation(sellers(client), new SubmitSalesTarget()))
                .accepted(
                        ApproveSalesTarget.class,
                        client -> new Situation(submitted(client, task(client)), new ApproveSalesTarget()))
                .accepted(
                        ReturnSalesTarget.class,
                        client -> new Situation(submitted(client, task(client)), new ReturnSalesTarget("too bold")))
                .accepted(
                        CascadeSalesTarget.class,
                        client -> new Situation(
                                drafted(client),
                                new CascadeSalesTarget(List.of(new Part(
                                        Level.SELLER, null, LeadSituations.memberOf(client), figure("250000.00"))))))
                .accepted(
                        ReviseSalesTarget.class,
                        client -> new Situation(
                                active(client, LeadSituations.memberOf(client)),
                                new ReviseSalesTarget(figure("1.00"), "the market shrank")))
                .accepted(
                        CloseSalesTarget.class,
                        client -> new Situation(drafted(client), new CloseSalesTarget("drafted twice")))
                .refused("TARGET_NOT_SUBMITTED", client -> new Situation(drafted(client), new ApproveSalesTarget()))
                .refused(
                        "STRATEGY_NOT_ADOPTED",
                        client -> new Situation(
                                null,
                                new DraftSalesTarget(
                                        task(LeadSituations.memberOf(client), client.create(strategy())))));
    }

    private static BadInputWalk plans(BadInputWalk walk) {
        return walk.accepted(DraftSalesPlan.class, PlanningSituations::plan)
                .accepted(ReviseSalesPlan.class, client -> {
                    var plan = plan(client);
                    var outline = ((DraftSalesPlan) plan.command()).outline();
                    var next = new Outline("only old ones", outline.channels(), outline.team(), outline.activities());
                    return new Situation(client.create(plan.command()), new ReviseSalesPlan(next, "few new ones"));
                })
                .accepted(ApproveSalesPlan.class, client -> {
                    var drafted = client.send(null, plan(client).command(), planner());
                    var plan = UUID.fromString(drafted.json().path("id").asString());
                    return new Situation(plan, new ApproveSalesPlan(1));
                })
                .refused("TARGET_NOT_APPROVED", client -> {
                    var draft = (DraftSalesPlan) plan(client).command();
                    return new Situation(null, new DraftSalesPlan(drafted(client), draft.outline()));
                })
                .accepted(SetDevelopmentPlan.class, client -> new Situation(null, development(client)))
                .accepted(ReviseDevelopmentPlan.class, client -> {
                    var plan = development(client);
                    var aim = new Aim("two orders", soon(), plan.aim().member());
                    return new Situation(client.create(plan), new ReviseDevelopmentPlan(aim, "goes well"));
                })
                .accepted(
                        FulfilDevelopmentPlan.class,
                        client -> new Situation(
                                client.create(development(client)), new FulfilDevelopmentPlan("ordered one")))
                .accepted(
                        DropDevelopmentPlan.class,
                        client ->
                                new Situation(client.create(development(client)), new DropDevelopmentPlan("bankrupt")))
                .refused("SEGMENT_UNKNOWN", client -> {
                    var plan = development(client);
                    return new Situation(null, new SetDevelopmentPlan("no segment", plan.accountId(), plan.aim()));
                });
    }

    private static Situation plan(SuiteClient client) {
        var member = LeadSituations.memberOf(client);
        return new Situation(
                null,
                new DraftSalesPlan(
                        approved(client, task(client)),
                        new Outline(
                                "to those who know us",
                                List.of("web"),
                                List.of(member),
                                List.of(new Activity("call", soon(), member, "web")))));
    }

    /** Of a target of this member. */
    static UUID planOf(SuiteClient client, String member) {
        var draft = (DraftSalesPlan) plan(client).command();
        return client.create(new DraftSalesPlan(approved(client, task(member, adopted(client))), draft.outline()));
    }

    static UUID targetOf(SuiteClient client, String member) {
        return client.create(new DraftSalesTarget(task(member, adopted(client))));
    }

    static UUID developmentOf(SuiteClient client, String member) {
        return client.create(development(client, soon(), member));
    }

    private static SetDevelopmentPlan development(SuiteClient client) {
        return development(client, soon(), LeadSituations.memberOf(client));
    }

    static SetDevelopmentPlan development(SuiteClient client, LocalDate by, String member) {
        return new SetDevelopmentPlan(
                MarketSituations.segment(client),
                client.create(LeadSituations.account("Acme")),
                new Aim("a first order", by, member));
    }

    static UUID approved(SuiteClient client, Task task) {
        var target = submitted(client, task);
        client.accept(target, new ApproveSalesTarget());
        return target;
    }

    /** One whose period began ten days ago; should the clock be faster than its approval, another one is made. */
    static UUID active(SuiteClient client, String member) {
        var before = now().minus(20, ChronoUnit.DAYS);
        for (int attempt = 0; attempt < 20; attempt++) {
            var draft = new DraftSalesTarget(during(task(member, adopted(client)), today().minusDays(10)));
            var target = UUID.fromString(
                    client.sendAsOf(null, draft, before).json().path("id").asString());
            client.sendAsOf(target, new SubmitSalesTarget(), before.plusSeconds(60));
            client.sendAsOf(target, new ApproveSalesTarget(), before.plusSeconds(120));
            if (!client.read("sales-targets", target).path("approval").isMissingNode()) {
                await().until(() -> client.read("sales-targets", target)
                        .path("status")
                        .asString()
                        .equals("ACTIVE"));
                return target;
            }
        }
        throw new AssertionError("no target was approved before the clock saw its period");
    }

    private static UUID drafted(SuiteClient client) {
        return client.create(new DraftSalesTarget(task(client)));
    }

    /** A seller's part of a target of the company. */
    private static UUID sellers(SuiteClient client) {
        var whole = task(client);
        var seller = LeadSituations.memberOf(client);
        var parent = client.create(new DraftSalesTarget(whole));
        client.accept(parent, new CascadeSalesTarget(List.of(new Part(Level.SELLER, null, seller, whole.figure()))));
        return client.create(new DraftSalesTarget(new Task(
                Level.SELLER, null, seller, whole.metric(), whole.figure(), whole.from(), whole.to(), parent, null)));
    }

    /** By somebody else than the usual caller, who approves it. */
    private static UUID submitted(SuiteClient client, Task task) {
        var drafted = client.send(null, new DraftSalesTarget(task), planner());
        var target = UUID.fromString(drafted.json().path("id").asString());
        ok(client.send(target, new SubmitSalesTarget(), planner()));
        return target;
    }

    private static void ok(SuiteClient.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
    }

    private static Map<String, String> planner() {
        return Map.of(
                "Authorization", "Bearer " + SuiteParts.shared().issuer().tokenFor("planner", Role.SALES_MANAGER));
    }

    private static Task task(SuiteClient client) {
        return task(LeadSituations.memberOf(client), adopted(client));
    }

    static Task task(String member, UUID strategy) {
        return new Task(
                Level.COMPANY,
                any(),
                member,
                Metric.REVENUE,
                figure("1000000.00"),
                soon(),
                soon().plusDays(90),
                null,
                strategy);
    }

    static Task during(Task task, LocalDate from) {
        return new Task(
                task.level(),
                task.team(),
                task.accountable(),
                task.metric(),
                task.figure(),
                from,
                task.to(),
                task.parentId(),
                task.strategyId());
    }

    static UUID adopted(SuiteClient client) {
        var strategy = client.create(strategy());
        client.accept(strategy, new AdoptSalesStrategy(1));
        return strategy;
    }

    private static DraftSalesStrategy strategy() {
        return new DraftSalesStrategy("Presses", STRATEGY);
    }

    private static Figure figure(String amount) {
        return new Figure(Money.of(amount, "USD"), null, null, null);
    }

    private static LocalDate soon() {
        return today().plusDays(30);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    static String any() {
        return UUID.randomUUID().toString();
    }
}
