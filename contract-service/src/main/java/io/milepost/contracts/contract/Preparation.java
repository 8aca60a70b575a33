package io.milepost.contracts.contract;

import io.milepost.contracts.contract.ContractEvent.ContractTermsExplained;
import io.milepost.contracts.contract.ContractEvent.ContractTextChecked;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.contracts.kernel.Review;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a contract that was sent out is prepared for its signatures.
 *
 * @param approvedBy who reviewed it; nobody where it was signed before the system knew of it
 * @param assigned to whom the reviews were
 * @param sentBy who sent it out; absent in what was stored before that was kept, and where nobody did
 * @param explained to the customer; absent until then
 * @param checked that the text is accurate; absent until then
 */
record Preparation(
        List<Review> approvedBy,
        List<AssignedReview> assigned,
        @Nullable String sentBy,
        @Nullable ContractTermsExplained explained,
        @Nullable ContractTextChecked checked) {
    static final Preparation NONE = new Preparation(List.of(), List.of(), null, null, null);

    public Preparation {
        approvedBy = List.copyOf(approvedBy);
        assigned = List.copyOf(assigned);
    }
}
