package io.milepost.suite;

import io.milepost.suite.check.Told.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * One caller's rounds: some leads from capture to conversion, some opportunities with their signed contracts, and what delivery
 * is told about the round before; in batches and by single requests. Some of it has to be refused.
 */
final class Writer {

    private static final String IMPORTER = "IMPORTER";
    private static final int OWNERS = 5;

    private final Desk desk;
    private final int number;
    private final RandomGenerator random;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final UUID mark = UUID.randomUUID();
    private List<UUID> handovers = List.of();

    Writer(Desk desk, int number, long seed) {
        this.desk = desk;
        this.number = number;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + number);
    }

    void writeUntil(AtomicBoolean stopping) {
        owners();
        for (int round = 0; !stopping.get(); round++) {
            leads("%d-%d".formatted(number, round));
            var contracts = new ArrayList<UUID>();
            var account = account("%d-%d".formatted(number, round));
            for (int deal = 0; deal < 2; deal++) {
                contracts.add(deal(account));
            }
            entrust();
            handovers = List.copyOf(contracts);
        }
    }

    /** Whoever is to own leads has to be a member first. */
    private void owners() {
        var items = IntStream.range(0, OWNERS)
                .mapToObj(i -> item(
                        "RegisterTeamMember",
                        id(),
                        Map.of("code", owner(i), "team", "Load", "region", "Test", "from", "2026-01-01")))
                .toList();
        desk.askAll(Part.LEAD, IMPORTER, items).forEach(Writer::accepted);
    }

    /** The second conversion of each lead has to be refused, and one without a need is kept out of the register on record. */
    private void leads(String mark) {
        var items = new ArrayList<Desk.Item>();
        var refused = new ArrayList<Boolean>();
        for (int i = 0; i < 2; i++) {
            var lead = id();
            items.add(item("CaptureLead", lead, captured(mark + "." + i, Map.of("need", "parts"))));
            items.add(item("RegisterLead", lead, Map.of()));
            items.add(item("AssignLead", lead, Map.of("owner", owner())));
            items.add(item("QualifyLead", lead, Map.of()));
            items.add(item("ConvertLead", lead, Map.of("opportunityId", id(), "expectedValue", money())));
            items.add(item("ConvertLead", lead, Map.of("opportunityId", id(), "expectedValue", money())));
            refused.addAll(List.of(false, false, false, false, false, true));
        }
        var needless = id();
        items.add(item("CaptureLead", needless, captured(mark + ".2", Map.of())));
        items.add(item("RegisterLead", needless, Map.of()));
        refused.addAll(List.of(false, true));
        var verdicts = desk.askAll(Part.LEAD, IMPORTER, items);
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Refused != refused.get(i)) {
                throw new AssertionError("%s was answered %s".formatted(items.get(i), verdicts.get(i)));
            }
        }
    }

    private static Map<String, Object> captured(String mark, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("channel", "WEB");
        body.put("companyName", "Company " + mark);
        body.put("contactName", "Contact " + mark);
        body.put("email", "c" + mark + "@company.example");
        return body;
    }

    private UUID account(String mark) {
        var account = id();
        accepted(desk.ask(
                Part.LEAD,
                "SALES_REP",
                "/v1/accounts",
                account,
                id(),
                Map.of("id", account, "name", "Account " + mark)));
        return account;
    }

    /** An opportunity, and most times the contract that wins it; returns the contract's id. */
    private UUID deal(UUID account) {
        var opportunity = id();
        var contract = id();
        var owner = owner();
        var value = money();
        desk.askAll(
                        Part.OPPORTUNITY,
                        IMPORTER,
                        List.of(
                                item(
                                        "IdentifyOpportunity",
                                        opportunity,
                                        Map.of("owner", owner, "accountId", account, "expectedValue", money())),
                                item("QualifyOpportunity", opportunity, Map.of())))
                .forEach(Writer::accepted);
        if (random.nextInt(4) == 0) {
            accepted(single(
                    Part.OPPORTUNITY,
                    "SALES_REP",
                    "opportunities",
                    opportunity,
                    "close-as-lost",
                    Map.of("reason", "too dear", "cause", "PRICE", "lessons", "ask earlier")));
            return contract;
        }
        desk.askAll(
                        Part.CONTRACT,
                        IMPORTER,
                        List.of(item(
                                "DraftContract",
                                contract,
                                Map.of(
                                        "basis", "MIGRATED",
                                        "basisReason", "signed before",
                                        "opportunityId", opportunity,
                                        "accountId", account,
                                        "owner", owner,
                                        "value", value,
                                        "lines", List.of()))))
                .forEach(Writer::accepted);
        for (var party : List.of("SELLER", "CUSTOMER")) {
            accepted(single(
                    Part.CONTRACT, IMPORTER, "contracts", contract, "sign", Map.of("party", party, "signedOn", today)));
        }
        return contract;
    }

    /** What the round before has signed is entrusted; it is refused where the handover has not come yet, or never will. */
    private void entrust() {
        for (var handover : handovers) {
            single(
                    Part.DELIVERY,
                    "SALES_MANAGER",
                    "handovers",
                    handover,
                    "issue-entrustment",
                    Map.of("to", "Team " + number));
        }
    }

    private Verdict single(Part part, String role, String plural, UUID id, String verb, Map<String, Object> body) {
        return desk.ask(part, role, "/v1/%s/%s/%s".formatted(plural, id, verb), id, id(), body);
    }

    private Desk.Item item(String command, UUID id, Map<String, Object> body) {
        return new Desk.Item(command, id, id(), body);
    }

    private static void accepted(Verdict verdict) {
        if (!(verdict instanceof Verdict.Acknowledged)) {
            throw new AssertionError("expected to be accepted, was answered " + verdict);
        }
    }

    private UUID id() {
        return UUID.randomUUID();
    }

    private String owner() {
        return owner(random.nextInt(OWNERS));
    }

    private String owner(int of) {
        return "Owner %d of %s".formatted(of, mark);
    }

    private Map<String, String> money() {
        return Map.of(
                "amount", BigDecimal.valueOf(random.nextLong(1, 10_000_000), 2).toPlainString(), "currency", "EUR");
    }
}
