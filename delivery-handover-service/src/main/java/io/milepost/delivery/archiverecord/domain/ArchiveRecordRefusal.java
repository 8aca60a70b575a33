package io.milepost.delivery.archiverecord.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an archive record says no. */
public enum ArchiveRecordRefusal implements Refusal {
    RECORD_UNKNOWN(Kind.STATE, "there is no such archive record"),
    RECORD_ALREADY_FILED(Kind.STATE, "the papers of this contract are already filed"),
    RETENTION_RUNNING(Kind.STATE, "the retention period is not over"),
    RETENTION_DATA_MISSING(Kind.RULE, "title, custodian, transferor, place and disposal are all stated"),
    RETENTION_OUT_OF_RANGE(Kind.RULE, "a retention period is from 1 to 100 years"),
    RECORD_ID_FOREIGN(Kind.RULE, "the papers of a sales project are filed under the id of its opportunity"),
    FILED_IN_FUTURE(Kind.RULE, "nothing is filed on a day to come"),
    DAY_IMPLAUSIBLE(Kind.RULE, "papers were filed at most 50 years ago");

    private final Kind kind;
    private final String explanation;

    ArchiveRecordRefusal(Kind kind, String explanation) {
        this.kind = kind;
        this.explanation = explanation;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
