package io.milepost.contracts.contract;

import io.milepost.contracts.contract.ContractEvent.ContractPartySigned;
import io.milepost.contracts.kernel.Party;
import java.time.LocalDate;

/** When each party signed. */
record Signatures(LocalDate seller, LocalDate customer) {

    static Signatures of(ContractPartySigned first, ContractPartySigned second) {
        return first.party() == Party.SELLER
                ? new Signatures(first.signedOn(), second.signedOn())
                : new Signatures(second.signedOn(), first.signedOn());
    }

    LocalDate by(Party party) {
        return switch (party) {
            case SELLER -> seller;
            case CUSTOMER -> customer;
        };
    }

    /** The contract is signed when the second party has. */
    LocalDate signedOn() {
        return seller.isAfter(customer) ? seller : customer;
    }
}
