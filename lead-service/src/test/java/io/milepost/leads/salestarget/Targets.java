package io.milepost.leads.salestarget;

import io.milepost.leads.salestarget.Drafting.CompanyStrategy;
import io.milepost.leads.salestarget.Drafting.Whole;
import io.milepost.leads.salestarget.SalesTarget.*;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Targets that tests are about: the company's for a year that begins in a month, and a department's below it. */
final class Targets {
    static final UUID PARENT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-00000000000b");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate FROM = LocalDate.parse("2026-04-01");
    static final LocalDate TO = LocalDate.parse("2027-03-31");
    static final Figure MILLION = usd("1000000.00");
    static final Strategy STRATEGY = new Strategy(UUID.fromString("01900000-0000-7000-8000-00000000000c"), 2);
    static final Task COMPANY = task(Level.COMPANY, null, "kim", MILLION);
    static final Task EAST = task(Level.DEPARTMENT, "East", "lee", usd("600000.00"));
    static final SalesTargetDrafted DRAFTED = new SalesTargetDrafted(COMPANY, STRATEGY, null, "someone");
    static final SalesTargetSubmitted SUBMITTED = new SalesTargetSubmitted("kim", TODAY);
    static final SalesTargetApproved APPROVED = new SalesTargetApproved("boss", TODAY);
    static final SalesTargetActivated ACTIVATED = new SalesTargetActivated(FROM);
    static final CompanyStrategy ADOPTED = new CompanyStrategy(2);

    private Targets() {}

    static Figure usd(String amount) {
        return Figure.of(Money.of(amount, "USD"));
    }

    static Part part(Level level, @Nullable String team, String member, String amount) {
        return new Part(level, team, member, usd(amount));
    }

    static Task task(Level level, @Nullable String team, String accountable, Figure figure) {
        boolean company = level == Level.COMPANY;
        return new Task(
                level,
                team,
                accountable,
                Metric.REVENUE,
                figure,
                FROM,
                TO,
                company ? null : PARENT,
                company ? STRATEGY.id() : null);
    }

    static Task measured(Metric metric, Figure figure) {
        return new Task(Level.COMPANY, null, "kim", metric, figure, FROM, TO, null, STRATEGY.id());
    }

    static Task during(Task task, LocalDate from, LocalDate to) {
        return new Task(
                task.level(),
                task.team(),
                task.accountable(),
                task.metric(),
                task.figure(),
                from,
                to,
                task.parentId(),
                task.strategyId());
    }

    /** The company's target as one below it sees it, broken down to Lee in the East and Max in the West. */
    static Whole whole(boolean approved, boolean closed) {
        return new Whole(
                COMPANY,
                MILLION,
                STRATEGY,
                approved,
                closed,
                List.of(
                        part(Level.DEPARTMENT, "East", "LEE", "600000.00"),
                        part(Level.DEPARTMENT, "West", "max", "400000.00")));
    }
}
