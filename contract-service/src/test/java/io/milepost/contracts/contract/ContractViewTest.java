package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.contracts.kernel.Party.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractViewTest {

    @Test
    void shows_its_status_in_the_words_of_the_domain() {
        assertThat(view(aDraft()).status()).isEqualTo("DRAFT");
        assertThat(view(aDraft().given(new ContractIncompleteFlagged(List.of("scope")))))
                .isEqualTo(view(aDraft()));
        var inReview = view(aDraft().given(new ContractReviewRequested(List.of(Review.TECHNICAL))));
        assertThat(inReview.status()).isEqualTo("IN_REVIEW");
        assertThat(inReview.openReviews()).containsExactly(Review.TECHNICAL);
        assertThat(view(anApprovedContract()).status()).isEqualTo("APPROVED");
        assertThat(view(anApprovedContract()).passedReviews()).containsExactly(Review.TECHNICAL);
        var out = view(aContractOutForSignature().given(new ContractTermsExplained(TODAY, "someone", null)));
        assertThat(out.status()).isEqualTo("OUT_FOR_SIGNATURE");
        assertThat(out.sentOn()).isEqualTo(YESTERDAY);
        assertThat(out.explainedOn()).isEqualTo(TODAY);
        var declined = aContractOutForSignature().given(new ContractSignatureDeclined(OPPORTUNITY, CUSTOMER, "price"));
        assertThat(view(declined).status()).isEqualTo("DECLINED");
        assertThat(view(declined.given(new ContractClauseChanged(new Clause("P-1", Clause.Kind.SPECIAL, "p"), null)))
                        .status())
                .isEqualTo("DRAFT");
        var partly = view(aContractSignedBy(CUSTOMER, TODAY));
        assertThat(partly.status()).isEqualTo("PARTLY_SIGNED");
        assertThat(partly.customerSignedOn()).isEqualTo(TODAY);
        assertThat(partly.sellerSignedOn()).isNull();
        assertThat(view(aSignedContract()).status()).isEqualTo("SIGNED");
        assertThat(view(aSignedContract()).signedOn()).isEqualTo(TODAY);
        var effective = view(aSignedContract().given(new ContractBecameEffective(TODAY)));
        assertThat(effective.status()).isEqualTo("EFFECTIVE");
        assertThat(effective.effectiveOn()).isEqualTo(TODAY);
        var filed = view(aSignedContract()
                .given(new ContractCopiesDelivered(YESTERDAY), new ContractArchived(TODAY, "shelf 4"))
                .given(new ContractBecameEffective(TODAY)));
        assertThat(filed.copiesDeliveredOn()).isEqualTo(YESTERDAY);
        assertThat(filed.archivedOn()).isEqualTo(TODAY);
        assertThat(filed.archivedAt()).isEqualTo("shelf 4");
    }

    private static ContractView view(Scenario<Contract, ContractCommand, ContractEvent> contract) {
        return ContractView.of(contract.state());
    }
}
