package io.milepost.contracts.contract;

import io.milepost.contracts.contract.ContractEvent.ContractPartySigned;
import io.milepost.contracts.kernel.Party;
import java.time.LocalDate;

/** How each party signed. */
record Signatures(ContractPartySigned seller, ContractPartySigned customer) {

    static Signatures of(ContractPartySigned first, ContractPartySigned second) {
        return first.party() == Party.SELLER ? new Signatures(first, second) : new Signatures(second, first);
    }

    ContractPartySigned by(Party party) {
        return switch (party) {
            case SELLER -> seller;
            case CUSTOMER -> customer;
        };
    }

    /** The contract is signed when the second party has. */
    LocalDate signedOn() {
        return seller.signedOn().isAfter(customer.signedOn()) ? seller.signedOn() : customer.signedOn();
    }
}
