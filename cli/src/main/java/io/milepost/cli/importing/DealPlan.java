package io.milepost.cli.importing;

import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.importing.Story.Step;
import io.milepost.cli.suite.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deals and contracts as commands.
 *
 * @param contracted ids of the deals whose contract has a row of its own
 * @param latest day of the files, at which a deal without a date stands
 */
record DealPlan(Ids ids, ZoneId zone, Set<String> contracted, LocalDate latest) {

    Story story(Deal deal) {
        var began = began(deal);
        var steps = new ArrayList<Step>();
        steps.add(opportunity(deal, began, "identify", identified(deal)));
        if (deal.stage() != Stage.PROSPECTING) {
            steps.add(qualify(deal, began));
        }
        if (deal.stage().closed()) {
            steps.addAll(closing(deal));
        }
        return Story.of(FileKind.SALES_PIPELINE, deal.line(), deal.id(), steps);
    }

    Story story(SignedContract row) {
        var steps = new ArrayList<Step>();
        var deal = row.opportunity();
        var opportunity = deal == null ? ids.opportunityOfContract(row.id()) : ids.opportunity(deal);
        var account = ids.account(row.account());
        if (deal == null) {
            var body = new Bodies.IdentifyOpportunity(
                    "Contract " + row.id(), account, row.agent(), row.product(), row.value(), null, null, null);
            steps.add(new Step(
                    Service.OPPORTUNITY,
                    new Item(
                            "IdentifyOpportunity",
                            opportunity,
                            start(row.signedOn()),
                            ids.key(FileKind.CONTRACTS, "identify", row.id()),
                            body)));
        }
        var draft = new Bodies.DraftContract(
                "MIGRATED",
                "Signed before the import; the files hold no quotation",
                opportunity,
                account,
                row.agent(),
                row.value(),
                lines(row.product(), row.value()));
        steps.addAll(signed(FileKind.CONTRACTS, row.id(), row.signedOn(), draft));
        return Story.of(FileKind.CONTRACTS, row.line(), row.id(), steps);
    }

    /** What ends a deal in the suite as the row says; the opportunity is won by the signed contract alone. */
    List<Step> closing(Deal deal) {
        var closedOn = Objects.requireNonNull(deal.closedOn());
        if (deal.stage() == Stage.LOST) {
            var told = deal.lostReason();
            var reason = told == null ? "Lost before the import; the reason was not recorded" : told;
            return List.of(opportunity(deal, closedOn, "close-as-lost", new Bodies.CloseAsLost(reason, closedOn)));
        }
        if (contracted.contains(deal.id())) {
            return List.of();
        }
        var value = Objects.requireNonNull(deal.closeValue());
        var draft = new Bodies.DraftContract(
                "MIGRATED",
                "Signed before the import; the file holds no quotation",
                ids.opportunity(deal.id()),
                ids.account(Objects.requireNonNull(deal.account())),
                deal.agent(),
                value,
                lines(deal.productCode(), value));
        return signed(FileKind.SALES_PIPELINE, deal.id(), closedOn, draft);
    }

    Step qualify(Deal deal, LocalDate on) {
        return opportunity(deal, on, "qualify", new Bodies.QualifyOpportunity(history(deal)));
    }

    Step opportunity(Deal deal, LocalDate day, String name, Record body) {
        return new Step(
                Service.OPPORTUNITY,
                new Item(
                        body.getClass().getSimpleName(),
                        ids.opportunity(deal.id()),
                        start(day),
                        ids.key(FileKind.SALES_PIPELINE, name, deal.id()),
                        body));
    }

    /** When it was found: as the row says it, else at its end, else on the latest day of the files. */
    private LocalDate began(Deal deal) {
        var engaged = deal.engagedOn();
        return Objects.requireNonNullElse(engaged, Objects.requireNonNullElse(deal.closedOn(), latest));
    }

    private Bodies.IdentifyOpportunity identified(Deal deal) {
        var name = deal.name();
        var account = deal.account();
        var lead = deal.lead();
        var channel = deal.channel();
        return new Bodies.IdentifyOpportunity(
                name == null ? (deal.stage() == Stage.PROSPECTING ? "Prospect " : "Deal ") + deal.id() : name,
                account == null ? null : ids.account(account),
                deal.agent(),
                deal.productCode(),
                deal.expectedValue(),
                expected(deal),
                lead == null ? null : ids.lead(lead),
                channel == null ? null : new Bodies.Found(channel, deal.campaign()));
    }

    /** A day before the deal was found is none on which it can be expected to close. */
    private @Nullable LocalDate expected(Deal deal) {
        var day = deal.expectedCloseOn();
        return day == null || day.isBefore(began(deal)) ? null : day;
    }

    /** Stage and dates in words, so that a row in which only they differ is another content too. */
    private static String history(Deal deal) {
        var imported = "Imported as %s".formatted(deal.stage().label());
        var engaged = deal.engagedOn() == null ? imported : imported + ": engaged on " + deal.engagedOn();
        return deal.closedOn() == null ? engaged : engaged + ", closed on " + deal.closedOn();
    }

    private static List<Bodies.ContractLine> lines(@Nullable String product, Money value) {
        return product == null ? List.of() : List.of(new Bodies.ContractLine(product, 1, value));
    }

    private List<Step> signed(FileKind kind, String key, LocalDate on, Bodies.DraftContract draft) {
        return List.of(
                contract(kind, key, on, "draft-contract", draft),
                contract(kind, key, on, "sign-as-seller", new Bodies.SignContract("SELLER", on)),
                contract(kind, key, on, "sign-as-customer", new Bodies.SignContract("CUSTOMER", on)));
    }

    private Step contract(FileKind kind, String key, LocalDate on, String name, Record body) {
        return new Step(
                Service.CONTRACT,
                new Item(
                        body.getClass().getSimpleName(),
                        ids.contract(kind, key),
                        start(on),
                        ids.key(kind, name, key),
                        body));
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
