package io.milepost.platform.relay;

/** Header names of a published event: CloudEvents 1.0.2 in Kafka's binary mode, with extensions. */
public final class CloudEvent {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    /** When the fact was true. */
    public static final String TIME = "ce_time";
    /** When the producer knew. */
    public static final String RECORDED_TIME = "ce_recordedtime";
    /** Position in the producer's log, 20 digits so that it sorts as text. */
    public static final String SEQUENCE = "ce_sequence";

    public static final String CORRELATION = "ce_correlationid";
    public static final String CAUSATION = "ce_causationid";
    public static final String ACTOR = "ce_actor";
    /** Kind of the actor, and the actor once more, as CloudEvents' auth context names them. */
    public static final String AUTH_TYPE = "ce_authtype";

    public static final String AUTH_ID = "ce_authid";
    /** Code of the member who acted, or for whom a system did. */
    public static final String MEMBER = "ce_member";
    /** By which the actor's token was got. */
    public static final String CLIENT = "ce_client";

    public static final String COMMAND = "ce_command";
    /** Whether the data has something of a person in it. */
    public static final String DATA_CLASSIFICATION = "ce_dataclassification";

    public static final String PARTITION_KEY = "ce_partitionkey";
    /** A path of the service that is the source. */
    public static final String DATA_SCHEMA = "ce_dataschema";

    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";
    /** Which life of the producer's log the sequence belongs to. */
    public static final String EPOCH = "epoch";

    private CloudEvent() {}
}
