package io.milepost.cli.demo;

import io.milepost.cli.suite.NameBasedId;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** The story of one deal under the template {@code standard}: two attempts come too early and are refused. */
final class OneDeal {

    private static final Map<String, Object> NOTHING = Map.of();
    private static final String OWNER = "Dana Quay";

    private final Services at;
    private final Narrator tell;
    private final String owner;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    OneDeal(Services at, Narrator tell) {
        this(at, tell, OWNER);
    }

    /** @param owner code of the member who sells */
    OneDeal(Services at, Narrator tell, String owner) {
        this.at = at;
        this.tell = tell;
        this.owner = owner;
    }

    String owner() {
        return owner;
    }

    void tell() {
        new Fulfilment(at, tell, untilSigned(), today, mark).untilClosed();
    }

    /** Up to its signed contract. */
    UUID untilSigned() {
        member();
        var account = account();
        var opportunity = lead(account);
        new StageWalk(at, tell, "standard", opportunity).untilNegotiation();
        var contract = quotation(opportunity, account);
        contract(contract, opportunity, account);
        return contract;
    }

    LocalDate today() {
        return today;
    }

    /** What makes the names of this run its own. */
    String mark() {
        return mark;
    }

    /** Every run says the same of the same member, so that the second one finds it registered. */
    void member() {
        tell.chapter("Who sells");
        tell.create(
                "a seller is registered in the team directory, unless an earlier run did it",
                "SALES_MANAGER",
                Services.of(at.lead(), "team-members"),
                Map.of(
                        "id",
                        NameBasedId.of("demo", "team-member", owner),
                        "code",
                        owner,
                        "team",
                        "Harbour sales",
                        "region",
                        "Coast",
                        "from",
                        "2026-01-01"));
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
                "it gets an owner", "SALES_MANAGER", of(at.lead(), "leads", lead, "assign"), Map.of("owner", owner));
        tell.accepted("it is qualified", "SALES_REP", of(at.lead(), "leads", lead, "qualify"), NOTHING);
        var converted = tell.accepted(
                "it is converted, once only",
                "SALES_REP",
                of(at.lead(), "leads", lead, "convert"),
                Map.of("expectedValue", Offer.VALUE, "product", "GTX Pro"));
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
        var prices = Offer.priceList(at, tell, today);
        var quotation = tell.create(
                "a quotation is drafted",
                "SALES_REP",
                Services.of(at.opportunity(), "quotations"),
                Offer.of(prices, opportunity, account, owner, today));
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
        Offer.reviewAndSign(at, tell, contract);
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

    private static URI of(URI service, String plural, UUID id, String verb) {
        return Services.of(service, plural, id, verb);
    }
}
