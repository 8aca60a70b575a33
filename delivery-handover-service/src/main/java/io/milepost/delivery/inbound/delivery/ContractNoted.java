package io.milepost.delivery.inbound.delivery;

import io.milepost.delivery.kernel.Paper;
import java.util.List;
import java.util.UUID;

/** {@code filing-list.contract-noted}: which contract of a deal was signed, and which papers the deal had until then. */
public record ContractNoted(UUID contractId, List<Paper> papers) {
    public ContractNoted {
        papers = List.copyOf(papers);
    }
}
