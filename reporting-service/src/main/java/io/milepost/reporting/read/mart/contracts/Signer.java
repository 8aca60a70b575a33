package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Reference.reference;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as it signs a contract, told once by whether it is new and once by its segment.
 *
 * @param key under which its type is looked up; null where there is nothing to look it up by
 * @param otherwise what it is where nothing is found
 */
record Signer(
        Contract of, UUID account, Kind kind, @Nullable UUID key, String otherwise) {

    /** What the type is of. */
    enum Kind {
        NOVELTY,
        SEGMENT
    }

    String owner() {
        return of.owner();
    }

    @Nullable
    LocalDate signedOn() {
        return of.signedOn();
    }

    /** None before it is signed, and of one that is of nobody's account. */
    static Map<String, Signer> of(Contract contract) {
        var account = contract.account();
        if (!contract.signed() || account == null) {
            return Map.of();
        }
        return Map.of(
                "novelty", new Signer(contract, account, Kind.NOVELTY, contract.id(), "EXISTING"),
                "segment", new Signer(contract, account, Kind.SEGMENT, contract.deal(), "(unknown)"));
    }

    /** Told apart by where owners belong, and by the type of the customer. */
    static Measures<Signer> measures(ZoneId zone, Reference<?> places) {
        var types = reference(
                        "customer_type",
                        "Types of customers|客户类型",
                        new CustomerTypes.Folding(zone),
                        CustomerTypes::said)
                .attribute("customer_type", "Type of customers|客户类型")
                .otherwise("type_otherwise");
        return each("signing_customer", "Customers who sign|签约客户", new Contract.Folding(zone), Contract::signers)
                .id("contract_id")
                .dim("owner", "Owner|负责人", MEMBER, Signer::owner)
                .via(places)
                .dim("account_id", "Account|客户", TEXT, Signer::account)
                .dim("type_kind", "Kind of type|类型种类", TEXT, Signer::kind)
                .dim("type_key", "Type looked up by|类型依据", TEXT, Signer::key)
                .via(types)
                .dim("type_otherwise", "Type otherwise|默认类型", TEXT, Signer::otherwise)
                .dim("signed_on", "Signed on|签订日", DAY, Signer::signedOn)
                .dim(
                        "for_month",
                        "For the month|所属月份",
                        TEXT,
                        signer -> signer.of().signedMonth())
                .dim(
                        "for_quarter",
                        "For the quarter|所属季度",
                        TEXT,
                        signer -> signer.of().signedQuarter())
                .dim(
                        "for_year",
                        "For the year|所属年份",
                        TEXT,
                        signer -> signer.of().signedYear())
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .distinct("signing_customers", "Customers who signed|签约客户数", "account_id", Signer::signedOn);
    }
}
