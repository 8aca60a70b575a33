package io.milepost.platform.decision;

/** A reason for "no", implemented by one enum per aggregate. The constant's name is the stable code that callers see. */
public interface Refusal {
    /** The stable code, upper case, saying the rule: {@code QUOTATION_EXPIRED}. */
    String name();

    /** Whether the entity's state or a rule over the command's content says no. */
    Kind kind();

    /** One sentence for people, without personal data. */
    String explanation();

    /** How a refusal is answered over HTTP. */
    enum Kind {
        /** The entity is not in a state that allows the command: 409. */
        STATE,
        /** The command's content breaks a rule: 422. */
        RULE
    }
}
