package io.milepost.platform.eventlog;

/** Names of an event's metadata. All values are plain strings; none is personal data. */
public final class Metadata {
    /** Noun of the aggregate: {@code lead}. */
    public static final String AGGREGATE = "aggregate";
    /** Id of the entity that the event is of; CloudEvents subject. */
    public static final String SUBJECT = "subject";
    /** Id of the root that the entity hangs on; the Kafka key. */
    public static final String ROOT = "root";
    /** Name of the command, {@code QualifyLead}. */
    public static final String COMMAND = "command";
    /** Subject of the caller's token, or the automation's name. */
    public static final String ACTOR = "actor";
    /** Code of the person who acted, where the token named one or was used on behalf of one. */
    public static final String MEMBER = "member";
    /** By which the token was got, where it says so. Absent on events that were stored before it was noted. */
    public static final String CLIENT = "client";
    /**
     * What kind of actor that is, in the words of CloudEvents' auth context: {@link #APP_USER}, {@link #SERVICE_ACCOUNT} or
     * {@link #SYSTEM}. Absent on events that were stored before it was noted.
     */
    public static final String AUTH_TYPE = "authtype";
    /** Id that joins all events of one chain of causes. */
    public static final String CORRELATION = "correlationid";
    /** Id of the event or request that caused this one. */
    public static final String CAUSATION = "causationid";
    /**
     * The event that an automation followed: source, epoch, root and position, as in {@code contract/6f1c../0190..@18}. Absent on what
     * nobody's event led to.
     */
    public static final String HEARD = "heard";
    /** W3C trace context of the request, for the relay to link to. */
    public static final String TRACEPARENT = "traceparent";
    /** Code of the refusal that these events are the record of; absent on accepted ones. */
    public static final String REFUSED = "refused";
    /** The refusal's detail, so that a repeat is answered from the commit alone. */
    public static final String REFUSED_DETAIL = "refuseddetail";
    /** JSON pointer to the field of the command at fault; absent when none was named. */
    public static final String REFUSED_POINTER = "refusedpointer";

    /** A person who uses an application. */
    public static final String APP_USER = "app_user";
    /** A client of the token issuer, in its own name. */
    public static final String SERVICE_ACCOUNT = "service_account";
    /** The service itself: an automation or a timer. */
    public static final String SYSTEM = "system";

    private Metadata() {}
}
