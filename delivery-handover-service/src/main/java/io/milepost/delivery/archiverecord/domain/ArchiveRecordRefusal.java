package io.milepost.delivery.archiverecord.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an archive record says no. */
public enum ArchiveRecordRefusal implements Refusal {
    RECORD_UNKNOWN(state("there is no such archive record")),
    RECORD_ALREADY_FILED(state("the papers of this contract are already filed")),
    RETENTION_RUNNING(state("the retention period is not over")),
    RETENTION_DATA_MISSING(rule("title, custodian, transferor, place and disposal are all stated")),
    RETENTION_OUT_OF_RANGE(rule("a retention period is from 1 to 100 years")),
    RECORD_ID_FOREIGN(rule("the papers of a sales project are filed under the id of its opportunity")),
    FILED_IN_FUTURE(rule("nothing is filed on a day to come")),
    DAY_IMPLAUSIBLE(rule("papers were filed at most 50 years ago"));

    private final Reason reason;

    ArchiveRecordRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
