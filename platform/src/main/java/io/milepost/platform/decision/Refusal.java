package io.milepost.platform.decision;

/** A reason for "no", implemented by one enum per aggregate. The constant's name is the stable code that callers see. */
public interface Refusal {
    /** The stable code, upper case, saying the rule: {@code QUOTATION_EXPIRED}. */
    String name();

    Reason reason();

    /**
     * Why.
     *
     * @param explanation one sentence for people, without personal data
     * @param ofSender whether another sender would have been let through, which the service puts on record
     */
    record Reason(Kind kind, String explanation, boolean ofSender) {}

    /** The entity's state does not allow it. */
    static Reason state(String explanation) {
        return new Reason(Kind.STATE, explanation, false);
    }

    /** The command's content breaks a rule. */
    static Reason rule(String explanation) {
        return new Reason(Kind.RULE, explanation, false);
    }

    /** This sender may not do what another one may, such as deciding on their own request. */
    static Reason sender(String explanation) {
        return new Reason(Kind.RULE, explanation, true);
    }

    /** How a refusal is answered over HTTP. */
    enum Kind {
        /** The entity is not in a state that allows the command: 409. */
        STATE,
        /** The command's content breaks a rule: 422. */
        RULE
    }
}
