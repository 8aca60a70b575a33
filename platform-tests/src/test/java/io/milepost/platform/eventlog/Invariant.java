package io.milepost.platform.eventlog;

/** The invariants of the log, each with the check that a sound engine passes and that its planted faults do not. */
@SuppressWarnings("ImmutableEnumChecker")
enum Invariant {
    I1("positions are dense from one on", WrittenChecks::positions_are_dense_from_one_on),
    I2("documents never change", WrittenChecks::documents_never_change),
    I3(
            "what is acknowledged is committed by a majority and journaled",
            WrittenChecks::what_is_acknowledged_is_committed_by_a_majority_and_journaled),
    I4(
            "the head is known from majority reads and acknowledgements only",
            WrittenChecks::the_head_is_known_from_majority_reads_and_acknowledgements),
    I5("one group is in flight per log and process", WrittenChecks::one_group_is_in_flight),
    I6(
            "every commit was checked against every event between its marker and its place",
            WrittenChecks::every_commit_was_checked_against_all_before_it),
    I7("a commit never spans documents", WrittenChecks::a_commit_never_spans_documents),
    I8("unknown outcomes are resolved before new work", WrittenChecks::an_unknown_outcome_is_resolved_before_new_work),
    I9("readers see a contiguous prefix and stop loudly at a hole", ReadChecks::a_reader_stops_loudly_at_a_hole),
    I10("no position is beyond the head", ReadChecks::no_position_is_beyond_the_head),
    I11("a sourcing read claims no marker above what it proved", ReadChecks::a_marker_claims_no_more_than_was_seen),
    I12("all events of one root have the same Kafka key", ReadChecks::all_events_of_one_root_have_one_key),
    I13("the hash chain verifies from the first document", ReadChecks::the_chain_verifies_from_the_first_document),
    I14("one request id, one commit", WrittenChecks::one_request_id_is_one_commit);

    /** Fails with an {@link AssertionError} where the invariant does not hold. */
    interface Check {
        void run(Engine engine, Databases databases, SentCommands sent);
    }

    private final String sentence;
    private final Check check;

    Invariant(String sentence, Check check) {
        this.sentence = sentence;
        this.check = check;
    }

    void check(Engine engine, Databases databases, SentCommands sent) {
        check.run(engine, databases, sent);
    }

    @Override
    public String toString() {
        return name() + ": " + sentence;
    }
}
