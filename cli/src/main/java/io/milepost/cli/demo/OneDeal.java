package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The story of one deal under the template {@code standard}: two attempts come too early and are refused. */
final class OneDeal {

    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, String> VALUE = Map.of("amount", "120000.00", "currency", "EUR");

    private final Services at;
    private final Narrator tell;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    OneDeal(Services at, Narrator tell) {
        this.at = at;
        this.tell = tell;
    }

    void tell() {
        var account = account();
        var opportunity = lead(account);
        new StageWalk(at, tell, opportunity).untilNegotiation();
        var contract = quotation(opportunity, account);
        contract(contract, opportunity, account);
        handover(contract);
        delivery(contract);
        money(contract);
        closure(contract);
    }

    private UUID account() {
        tell.chapter("Who we sell to");
        return tell.create(
                "the account is opened",
                "SALES_REP",
                Services.of(at.lead(), "accounts"),
                Map.of("name", "Harbour Works " + mark, "industry", "logistics"));
    }

    private UUID lead(UUID account) {
        tell.chapter("From the captured lead to the opportunity");
        var lead = tell.create(
                "a lead is captured",
                "SALES_REP",
                Services.of(at.lead(), "leads"),
                Map.of(
                        "channel",
                        "EXHIBITION",
                        "companyName",
                        "Harbour Works " + mark,
                        "accountId",
                        account,
                        "contactName",
                        "Robin Vale",
                        "email",
                        "robin." + mark + "@harbour.example",
                        "need",
                        "cranes that can be steered from shore"));
        tell.accepted("it enters the register", "SALES_REP", of(at.lead(), "leads", lead, "register"), NOTHING);
        tell.accepted(
                "it gets an owner",
                "SALES_MANAGER",
                of(at.lead(), "leads", lead, "assign"),
                Map.of("owner", "Anna Snelling"));
        tell.accepted("it is qualified", "SALES_REP", of(at.lead(), "leads", lead, "qualify"), NOTHING);
        var converted = tell.accepted(
                "it is converted, once only",
                "SALES_REP",
                of(at.lead(), "leads", lead, "convert"),
                Map.of("expectedValue", VALUE, "product", "GTX Pro"));
        var opportunity = UUID.fromString(tell.followed(
                        "the lead names its opportunity",
                        "SALES_REP",
                        Services.of(at.lead(), "leads", lead),
                        view -> view.has("opportunityId") && converted.has("id"))
                .required("opportunityId")
                .asString());
        tell.followed(
                "the opportunity is identified under that id",
                "SALES_REP",
                Services.of(at.opportunity(), "opportunities", opportunity),
                view -> view.path("status").asString("").equals("IDENTIFIED"));
        tell.accepted(
                "the opportunity is validated (G04)",
                "SALES_MANAGER",
                of(at.opportunity(), "opportunities", opportunity, "qualify"),
                NOTHING);
        return opportunity;
    }

    private UUID quotation(UUID opportunity, UUID account) {
        tell.chapter("Offer and contract");
        var quotation = tell.create(
                "a quotation is drafted",
                "SALES_REP",
                Services.of(at.opportunity(), "quotations"),
                Map.ofEntries(
                        Map.entry("opportunityId", opportunity),
                        Map.entry("accountId", account),
                        Map.entry("owner", "Anna Snelling"),
                        Map.entry(
                                "lines",
                                List.of(Map.of(
                                        "product",
                                        "GTX Pro",
                                        "quantity",
                                        24,
                                        "unitPrice",
                                        Map.of("amount", "5000.00", "currency", "EUR")))),
                        Map.entry("validUntil", today.plusDays(30)),
                        Map.entry("paymentMethod", "bank transfer"),
                        Map.entry("deliveryDeadline", today.plusDays(90)),
                        Map.entry("qualityStandard", "ISO 4301"),
                        Map.entry("scope", "24 cranes, installed and tested"),
                        Map.entry("duration", "3 months"),
                        Map.entry(
                                "payments",
                                List.of(
                                        Map.of("label", "advance", "percent", 30, "trigger", "SIGNATURE"),
                                        Map.of("label", "acceptance", "percent", 70, "trigger", "ACCEPTANCE")))));
        tell.accepted("it is issued", "SALES_REP", of(at.opportunity(), "quotations", quotation, "issue"), NOTHING);
        tell.accepted(
                "a round of negotiation is noted",
                "SALES_REP",
                of(at.opportunity(), "quotations", quotation, "record-negotiation-round"),
                Map.of("topic", "PRICE", "agreed", "as quoted"));
        tell.accepted(
                "the customer accepts", "SALES_REP", of(at.opportunity(), "quotations", quotation, "accept"), NOTHING);
        return UUID.fromString(tell.followed(
                        "the contract is drafted from it",
                        "SALES_REP",
                        URI.create(at.contract() + "/v1/contracts?quotationId=eq:" + quotation),
                        page -> page.path("items").size() == 1)
                .at("/items/0/id")
                .asString());
    }

    private void contract(UUID contract, UUID opportunity, UUID account) {
        var sign = of(at.contract(), "contracts", contract, "sign");
        tell.refused(
                "signing comes too early, no review has passed (G14)",
                "SALES_MANAGER",
                sign,
                Map.of("party", "SELLER"),
                "CONTRACT_NOT_APPROVED");
        tell.accepted(
                "reviews are asked for",
                "SALES_REP",
                of(at.contract(), "contracts", contract, "submit-for-review"),
                NOTHING);
        var decide = of(at.contract(), "contracts", contract, "decide-review");
        tell.accepted("finance passes it", "FINANCE", decide, Map.of("review", "FINANCE", "passed", true));
        tell.accepted("engineering passes it", "ENGINEERING", decide, Map.of("review", "TECHNICAL", "passed", true));
        tell.accepted("we sign", "SALES_MANAGER", sign, Map.of("party", "SELLER"));
        tell.accepted("the customer signs", "SALES_MANAGER", sign, Map.of("party", "CUSTOMER"));
        tell.followed(
                "the opportunity is won by the signed contract",
                "SALES_REP",
                Services.of(at.opportunity(), "opportunities", opportunity),
                view -> view.path("status").asString("").equals("WON"));
        tell.followed(
                "the account is a customer",
                "SALES_REP",
                Services.of(at.lead(), "accounts", account),
                view -> view.path("status").asString("").equals("CUSTOMER"));
        tell.followed(
                "its payments are planned",
                "FINANCE",
                Services.of(at.contract(), "payment-schedules", contract),
                view -> view.path("instalments").size() == 2);
        tell.accepted(
                "the customer gets the signed copies",
                "SALES_REP",
                of(at.contract(), "contracts", contract, "deliver-copies"),
                NOTHING);
    }

    private void handover(UUID contract) {
        tell.chapter("Handover to delivery");
        tell.followed(
                "the handover is initiated",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), "handovers", contract),
                view -> view.path("status").asString("").equals("INITIATED"));
        var handovers = "handovers";
        tell.accepted(
                "the task is entrusted",
                "SALES_MANAGER",
                of(at.delivery(), handovers, contract, "issue-entrustment"),
                Map.of("to", "Zane Levy"));
        for (var item : List.of(
                Map.of("kind", "DOCUMENT", "title", "signed contract"),
                Map.of("kind", "CUSTOMER_INFORMATION", "title", "site and contacts"),
                Map.of("kind", "RISK", "title", "quay is closed in storms"))) {
            tell.accepted(
                    "the package grows", "SALES_REP", of(at.delivery(), handovers, contract, "add-package-item"), item);
        }
        tell.accepted(
                "the package is ready",
                "SALES_REP",
                of(at.delivery(), handovers, contract, "declare-package-ready"),
                NOTHING);
        tell.accepted(
                "a meeting is called",
                "SALES_REP",
                of(at.delivery(), handovers, contract, "schedule-meeting"),
                Map.of("on", today, "mode", "MEETING"));
        tell.accepted(
                "it is held",
                "SALES_REP",
                of(at.delivery(), handovers, contract, "hold"),
                Map.of("minutes", "scope and risks explained"));
        tell.accepted(
                "delivery accepts (G16)",
                "DELIVERY_MANAGER",
                of(at.delivery(), handovers, contract, "accept"),
                NOTHING);
    }

    private void delivery(UUID contract) {
        tell.chapter("Delivery and acceptance");
        tell.followed(
                "the delivery project is created",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), "delivery-projects", contract),
                view -> view.has("status"));
        var projects = "delivery-projects";
        tell.accepted(
                "the team is named",
                "DELIVERY_MANAGER",
                of(at.delivery(), projects, contract, "staff-team"),
                Map.of("manager", "Zane Levy", "members", List.of("Carl Lin")));
        tell.accepted(
                "the plan is baselined",
                "DELIVERY_MANAGER",
                of(at.delivery(), projects, contract, "baseline-plan"),
                Map.of(
                        "milestones",
                        List.of(Map.of("code", "M1", "name", "installed", "plannedOn", today.plusDays(60)))));
        tell.accepted(
                "a milestone is reached",
                "DELIVERY_MANAGER",
                of(at.delivery(), projects, contract, "reach-milestone"),
                Map.of("milestone", "M1"));
        tell.refused(
                "closing comes too early (G21)",
                "DELIVERY_MANAGER",
                of(at.delivery(), "closures", contract, "close-project"),
                NOTHING,
                "ITEMS_OPEN");
        var acceptances = "acceptances";
        tell.followed(
                "the acceptance is opened by the accepted handover",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), acceptances, contract),
                view -> view.has("status"));
        tell.accepted(
                "the comprehensive acceptance is requested",
                "DELIVERY_MANAGER",
                of(at.delivery(), acceptances, contract, "request"),
                Map.of("kind", "COMPREHENSIVE", "qualityStandard", "ISO 4301"));
        tell.accepted(
                "a day is set",
                "DELIVERY_MANAGER",
                of(at.delivery(), acceptances, contract, "schedule"),
                Map.of("on", today));
        tell.accepted(
                "it is inspected",
                "QA",
                of(at.delivery(), acceptances, contract, "record-inspection"),
                Map.of("measured", "all loads within tolerance"));
        tell.accepted(
                "the customer accepts (G19)",
                "DELIVERY_MANAGER",
                of(at.delivery(), acceptances, contract, "decide"),
                Map.of("result", "PASSED"));
    }

    private void money(UUID contract) {
        tell.chapter("Money");
        tell.followed(
                "the last instalment is due",
                "FINANCE",
                Services.of(at.contract(), "payment-schedules", contract),
                view -> view.path("instalments")
                        .valueStream()
                        .allMatch(instalment ->
                                !instalment.path("status").asString("PLANNED").equals("PLANNED")));
        var schedules = "payment-schedules";
        var amounts = List.of("36000.00", "84000.00");
        for (int number = 1; number <= amounts.size(); number++) {
            tell.accepted(
                    "an instalment is invoiced",
                    "FINANCE",
                    of(at.contract(), schedules, contract, "issue-invoice"),
                    Map.of("number", number, "invoiceNo", "I-" + mark + "-" + number, "dueOn", today.plusDays(14)));
            tell.accepted(
                    "its money is received",
                    "FINANCE",
                    of(at.contract(), schedules, contract, "record-receipt"),
                    Map.of(
                            "receiptNo",
                            "R-" + mark + "-" + number,
                            "amount",
                            Map.of("amount", amounts.get(number - 1), "currency", "EUR"),
                            "instalment",
                            number));
        }
        tell.followed(
                "a settlement is opened by the acceptance",
                "FINANCE",
                Services.of(at.delivery(), "settlements", contract),
                view -> view.has("status"));
        var settlements = "settlements";
        tell.accepted(
                "the settlement is drafted",
                "FINANCE",
                of(at.delivery(), settlements, contract, "draft"),
                Map.of("amount", VALUE));
        tell.accepted(
                "the customer confirms it",
                "DELIVERY_MANAGER",
                of(at.delivery(), settlements, contract, "confirm"),
                NOTHING);
        tell.accepted(
                "it is completed (G20)", "FINANCE", of(at.delivery(), settlements, contract, "complete"), NOTHING);
    }

    private void closure(UUID contract) {
        tell.chapter("Closing");
        tell.accepted(
                "the records are filed",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), "archive-records"),
                Map.of(
                        "id", contract,
                        "title", "Harbour Works " + mark,
                        "custodian", "central archive",
                        "transferor", "Zane Levy",
                        "place", "vault 3",
                        "retentionYears", 10,
                        "disposal", "shred"));
        tell.followed(
                "nothing is open any more",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), "closures", contract),
                view -> view.path("status").asString("").equals("READY"));
        tell.accepted(
                "the project is closed (G21)",
                "DELIVERY_MANAGER",
                of(at.delivery(), "closures", contract, "close-project"),
                NOTHING);
    }

    private static URI of(URI service, String plural, UUID id, String verb) {
        return Services.of(service, plural, id, verb);
    }
}
