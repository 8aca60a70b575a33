package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.contracts.contract.WordingTest.*;
import static io.milepost.contracts.kernel.Review.TECHNICAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contract.Wording.NamedTemplate;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.StandardClause;
import io.milepost.contracts.kernel.Wordings;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-121, R-129: a contract may be written by another version, which is an edit")
class AdoptingTemplateTest {
    private final NamedTemplate template = new NamedTemplate(new Wordings(List.of(from(TODAY, SECOND))));

    @Test
    void what_is_special_stays_and_what_was_standard_follows() {
        var special = new Clause("P-1", Clause.Kind.SPECIAL, "penalty");
        var old = wording("north", 1, new StandardClause("L-1", "Liability", "We are liable.", true));
        var adopted = new ContractTemplateAdopted(SECOND, List.of(standard(LIABILITY), standard(LAW), special));
        nothing()
                .given(from(old, List.of(new Clause("L-1", Clause.Kind.STANDARD, "We are liable."), special)))
                .when(new AdoptTemplate("North "))
                .reading(template)
                .then(adopted)
                .when(new AdoptTemplate("north"))
                .reading(template)
                .thenNothing();
    }

    @Test
    void it_voids_what_was_approved() {
        anApprovedContract()
                .when(new AdoptTemplate("north"))
                .reading(new NamedTemplate(new Wordings(List.of(from(TODAY, FIRST)))))
                .then(
                        new ContractTemplateAdopted(FIRST, List.of(standard(LIABILITY))),
                        new ContractApprovalVoided(List.of(TECHNICAL)));
        aContractOutForSignature()
                .when(new AdoptTemplate("north"))
                .reading(template)
                .thenRefused(CONTRACT_NOT_DRAFT);
    }

    @Test
    void one_from_before_there_were_templates_gets_one() {
        var called = new Clause("L-2", Clause.Kind.STANDARD, LAW.text());
        var now = nothing()
                .given(from(null, List.of(called)))
                .when(new AdoptTemplate("north"))
                .reading(template)
                .then(new ContractTemplateAdopted(SECOND, List.of(standard(LIABILITY), standard(LAW))));
        assertThat(ContractView.of(now.state()))
                .returns("north", ContractView::clauseTemplate)
                .returns(2, ContractView::clauseTemplateVersion);
    }
}
