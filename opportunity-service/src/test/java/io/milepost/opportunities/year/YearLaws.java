package io.milepost.opportunities.year;

import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.projectbudget.ProjectBudget.*;
import io.milepost.opportunities.quotation.Proposal.PricedLine;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.opportunities.risk.Risk;
import io.milepost.opportunities.risk.Risk.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.*;
import io.milepost.opportunities.year.PlayedService.Fact;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has to be so of everything that happened in a year, found from the facts alone and without the rules that decided them. */
final class YearLaws {
    private static final BigDecimal ALONE = new BigDecimal("0.85");

    private YearLaws() {}

    /** Chances rise only with a stage that has succeeded just before. */
    static List<String> chances(List<Fact> log) {
        var broken = new ArrayList<String>();
        var last = new HashMap<UUID, Object>();
        for (var fact : log) {
            if (fact.event() instanceof WinProbabilityChanged(var before, var now)
                    && now > before
                    && !(last.get(fact.subject()) instanceof OpportunityStageSucceeded)) {
                broken.add("%s rose from %d to %d without a stage".formatted(fact.subject(), before, now));
            }
            if (fact.aggregate().equals("opportunity")) {
                last.put(fact.subject(), fact.event());
            }
        }
        return broken;
    }

    /** After its end nothing happens to a deal but its reopening, and that of a won one only where its contract was void; more may be signed. */
    static List<String> ends(List<Fact> log) {
        var broken = new ArrayList<String>();
        var ended = new HashMap<UUID, Object>();
        for (var fact : log) {
            if (!fact.aggregate().equals("opportunity")) {
                continue;
            }
            if (fact.event() instanceof OpportunityContractAdded) {
                continue;
            }
            var end = ended.remove(fact.subject());
            if (end != null
                    && !(fact.event() instanceof OpportunityReopened again
                            && (again.undone() == Undone.WON) == (end instanceof OpportunityWon))) {
                broken.add("%s after %s".formatted(fact.event(), end));
            }
            if (fact.event() instanceof OpportunityLost
                    || fact.event() instanceof OpportunityWithdrawn
                    || fact.event() instanceof OpportunityRejected
                    || fact.event() instanceof OpportunityWon) {
                ended.put(fact.subject(), fact.event());
            }
        }
        return broken;
    }

    /** A deal whose sales project is given up has ended, or ends next. */
    static List<String> projects(List<Fact> log) {
        var broken = new ArrayList<String>();
        var ended = new HashSet<UUID>();
        var stopped = new HashSet<UUID>();
        for (var fact : log) {
            var id = fact.subject();
            switch (fact.event()) {
                case SalesProjectTerminated _ -> stopped.add(id);
                case OpportunityLost _, OpportunityRejected _, OpportunityWon _, OpportunityWithdrawn _ ->
                    ended.add(id);
                case OpportunityReopened _ -> {
                    ended.remove(id);
                    stopped.remove(id);
                }
                default -> {}
            }
            if (fact.event() instanceof OpportunityEvent && stopped.contains(id) && !ended.contains(id)) {
                broken.add("%s after its project was given up".formatted(fact.event()));
            }
        }
        stopped.stream()
                .filter(id -> !ended.contains(id))
                .forEach(id -> broken.add("%s goes on without its project".formatted(id)));
        return broken;
    }

    /** What the customer accepted takes at most 15 percent off the list, or was approved as it stands by somebody else. */
    static List<String> offers(List<Fact> log) {
        var broken = new ArrayList<String>();
        var lines = new HashMap<UUID, List<PricedLine>>();
        var asked = new HashMap<UUID, String>();
        var approved = new HashMap<UUID, String>();
        for (var fact : log) {
            var id = fact.subject();
            switch (fact.event()) {
                case QuotationDrafted drafted -> lines.put(id, drafted.lines());
                case QuotationRevised revised -> {
                    lines.put(id, revised.lines());
                    approved.remove(id);
                }
                case DiscountApprovalRequested request -> asked.put(id, request.requestedBy());
                case DiscountApproved approval -> approved.put(id, approval.decidedBy());
                case QuotationAccepted _ -> {
                    boolean within = lines.get(id).stream().allMatch(YearLaws::isWithinAuthority);
                    var by = approved.get(id);
                    if (!within && (by == null || by.equals(asked.get(id)))) {
                        broken.add("%s was accepted without authority".formatted(id));
                    }
                }
                default -> {}
            }
        }
        return broken;
    }

    /** Of one deal one quotation at most stands as accepted. */
    static List<String> acceptances(List<Fact> log) {
        var broken = new ArrayList<String>();
        var accepted = new HashMap<UUID, Set<UUID>>();
        for (var fact : log) {
            switch (fact.event()) {
                case QuotationAccepted acceptance -> {
                    var offers = accepted.computeIfAbsent(acceptance.opportunityId(), _ -> new HashSet<>());
                    offers.add(fact.subject());
                    if (offers.size() > 1) {
                        broken.add("%s were accepted for %s".formatted(offers, acceptance.opportunityId()));
                    }
                }
                case QuotationSuperseded(var deal, var _) ->
                    accepted.getOrDefault(deal, new HashSet<>()).remove(fact.subject());
                default -> {}
            }
        }
        return broken;
    }

    private static boolean isWithinAuthority(PricedLine line) {
        var list = line.listPrice().amount().multiply(line.quantity()).multiply(ALONE);
        return line.amount().amount().add(new BigDecimal("0.01")).compareTo(list) >= 0;
    }

    /** What is spent of a category is never more than its line. */
    static List<String> budgets(List<Fact> log) {
        var broken = new ArrayList<String>();
        var lines = new HashMap<UUID, List<Line>>();
        var booked = new HashMap<UUID, Map<String, ExpenseRecorded>>();
        for (var fact : log) {
            var id = fact.subject();
            var mine = booked.computeIfAbsent(id, _ -> new HashMap<>());
            switch (fact.event()) {
                case BudgetReleased released -> lines.put(id, released.lines());
                case BudgetRevised revised -> lines.put(id, revised.lines());
                case ExpenseRecorded expense -> mine.put(expense.receipt(), expense);
                case ExpenseReversed(var _, var receipt, var _) -> mine.remove(receipt);
                default -> {
                    continue;
                }
            }
            for (var line : lines.get(id)) {
                var spent = mine.values().stream()
                        .filter(expense -> expense.category() == line.category())
                        .map(ExpenseRecorded::amount)
                        .reduce(Money.zero(line.amount().currency()), Money::plus);
                if (spent.compareTo(line.amount()) > 0) {
                    broken.add("%s of %s spent on %s".formatted(spent, line.amount(), line.category()));
                }
            }
        }
        return broken;
    }

    /** Who owns an open risk of a project that goes on is in its team, or is whose deal it is. */
    static List<String> risks(List<Fact> log) {
        var broken = new ArrayList<String>();
        var teams = new HashMap<UUID, Set<String>>();
        var owners = new HashMap<UUID, Map<UUID, String>>();
        for (var fact : log) {
            var id = fact.subject();
            switch (fact.event()) {
                case TeamAppointmentDrafted(var members) -> teams.put(id, codes(members));
                case TeamAppointed(var members) -> teams.put(id, codes(members));
                case RiskIdentified risk -> of(owners, risk.salesProjectId()).put(id, risk.owner());
                case RiskOwnerAssigned(var project, var owner, var _) ->
                    of(owners, project).put(id, owner);
                case RiskClosed closed -> of(owners, closed.salesProjectId()).remove(id);
                default -> {}
            }
            of(owners, project(fact)).forEach((risk, owner) -> {
                var code = owner.toLowerCase(Locale.ROOT);
                if (!code.equals(PlayedYear.OWNER)
                        && !teams.getOrDefault(project(fact), Set.of()).contains(code)) {
                    broken.add("%s is owned by %s, who is not of the team".formatted(risk, owner));
                }
            });
        }
        return broken;
    }

    private static UUID project(Fact fact) {
        return fact.event() instanceof Risk.Event risk ? risk.salesProjectId() : fact.subject();
    }

    private static Map<UUID, String> of(Map<UUID, Map<UUID, String>> owners, UUID project) {
        return owners.computeIfAbsent(project, _ -> new HashMap<>());
    }

    private static Set<String> codes(List<TeamMember> members) {
        var codes = new HashSet<String>();
        members.forEach(member -> codes.add(member.member().toLowerCase(Locale.ROOT)));
        return codes;
    }

    /** Of every Friday on which a report was owed until the end of the Monday after it, there is a report or it is on record as missed. */
    static List<String> reports(List<Fact> log, LocalDate last) {
        var broken = new ArrayList<String>();
        var since = new HashMap<UUID, LocalDate>();
        var owed = new HashMap<UUID, Set<LocalDate>>();
        var settled = new HashMap<UUID, Set<LocalDate>>();
        for (var fact : log) {
            var id = fact.subject();
            switch (fact.event()) {
                case WeeklyReportingBegun begun -> since.put(id, begun.from());
                case WeeklyReportingResumed(var from) -> since.put(id, from);
                case WeeklyReportingEnded ended -> owe(owed, id, since.remove(id), ended.endedOn());
                case WeeklyReportSubmitted report ->
                    settled.computeIfAbsent(id, _ -> new HashSet<>()).add(report.week());
                case WeeklyReportMissed missed ->
                    settled.computeIfAbsent(id, _ -> new HashSet<>()).add(missed.week());
                default -> {}
            }
        }
        since.forEach((id, from) -> owe(owed, id, from, last));
        owed.forEach((id, weeks) -> weeks.stream()
                .filter(week -> !settled.getOrDefault(id, Set.of()).contains(week))
                .forEach(week -> broken.add("nothing is known of the report of %s for %s".formatted(week, id))));
        return broken;
    }

    private static void owe(Map<UUID, Set<LocalDate>> owed, UUID id, @Nullable LocalDate from, LocalDate until) {
        if (from == null) {
            return;
        }
        var friday = from.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        for (; friday.plusDays(3).isBefore(until); friday = friday.plusWeeks(1)) {
            owed.computeIfAbsent(id, _ -> new HashSet<>()).add(friday);
        }
    }
}
