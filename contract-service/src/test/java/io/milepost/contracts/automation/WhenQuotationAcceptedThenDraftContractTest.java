package io.milepost.contracts.automation;

import static io.milepost.contracts.automation.WhenQuotationAcceptedThenDraftContract.AUTOMATION;
import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.inbound.opportunity.QuotationAccepted;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenQuotationAcceptedThenDraftContractTest {
    private static final UUID QUOTATION = ProducerSamples.SUBJECT;
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final Scenario<Contract, ContractCommand, ContractEvent> NOTHING = Scenario.of(CONTRACT);
    private static final String FULL = """
            "paymentMethod": "30 days net", "deliveryDeadline": "2026-09-30", "qualityStandard": "ISO 9001",
            "scope": "delivery", "duration": "1 year", "acceptedOn": "2026-03-01", "validUntil": "2026-04-01",
            "payments": [{"label": "all", "percent": 100, "trigger": "ACCEPTANCE", "daysAfter": 30,
                          "method": "letter of credit", "endOfMonth": true}],
            "lines": [{"product": "GTX Pro", "description": "press", "quantity": 3,
                       "unitPrice": {"amount": "33.33", "currency": "USD"}, "discountPercent": 12.5}],
            "value": {"amount": "87.49", "currency": "USD"}""";
    private static final String LEAST = """
            "lines": [], "value": {"amount": "87.49", "currency": "USD"}, "acceptedOn": "2026-03-01"
            """;
    private static final Money VALUE = Money.of("87.49", "USD");

    @Test
    @DisplayName("R-121, R-123, R-135: lines, discounts, terms and payments are drafted as they were accepted")
    void drafts_what_was_accepted() {
        var line = new ContractLine(
                "GTX Pro", "press", new BigDecimal("3"), Money.of("33.33", "USD"), new BigDecimal("12.5"));
        var all = new PaymentTerm(
                "all", null, new BigDecimal("100"), Trigger.ACCEPTANCE, null, null, 30, "letter of credit", true);
        NOTHING.when(draft(FULL))
                .then(drafted(
                        List.of(line),
                        new Terms("ISO 9001", LocalDate.parse("2026-09-30"), "30 days net", "delivery", "1 year", null),
                        List.of(all)));
    }

    @Test
    @DisplayName("R-188: the sales process of the deal comes along")
    void the_sales_process_comes_along() {
        var draft = draft(LEAST.strip() + ", \"template\": \"north\", \"templateVersion\": 4");
        assertThat(List.of(draft.template(), draft.templateVersion())).isEqualTo(List.of("north", 4));
        assertThat(draft(LEAST).template()).isNull();
    }

    @Test
    void the_least_that_a_quotation_says_is_enough() {
        NOTHING.when(draft(LEAST)).then(drafted(List.of(), Terms.NONE, null));
    }

    @Test
    @DisplayName("told twice or late it is the same contract, whose id follows from the quotation's")
    void one_quotation_is_one_contract() {
        assertThat(reaction(FULL)).isEqualTo(reaction(FULL));
        assertThat(reaction(FULL).target())
                .isEqualTo(Contract.idOf(QUOTATION))
                .isNotEqualTo(Contract.idOf(OPPORTUNITY));
        NOTHING.when(draft(LEAST))
                .then(drafted(List.of(), Terms.NONE, null))
                .when(draft(LEAST))
                .at(Scenario.NOW.plusSeconds(90 * 86_400))
                .thenTaken();
    }

    @Test
    @DisplayName("What was agreed and cannot be written down is parked for somebody to look at")
    void no_refusal_settles_it() {
        NOTHING.when(draft(FULL.replace("87.49", "87.50"))).thenRefused(VALUE_NOT_SUM_OF_LINES);
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    private static ContractDrafted drafted(List<ContractLine> lines, Terms terms, List<PaymentTerm> payments) {
        return new ContractDrafted(
                null,
                Basis.QUOTATION,
                null,
                QUOTATION,
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                VALUE,
                lines,
                terms,
                null,
                payments,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static DraftFromQuotation draft(String fields) {
        return (DraftFromQuotation) reaction(fields).command();
    }

    private static Reaction.Command reaction(String fields) {
        var json = "{\"opportunityId\": \"%s\", \"accountId\": \"%s\", \"owner\": \"kim\", %s}"
                .formatted(OPPORTUNITY, ACCOUNT, fields);
        var event = ProducerSamples.event("opportunity", AUTOMATION.type(), json);
        return AUTOMATION
                .reaction()
                .to(event, event.as(QuotationAccepted.class))
                .orElseThrow();
    }
}
