package io.milepost.cli.suite;

/**
 * What a service said to one item.
 *
 * @param replayed it had been done before under this key
 * @param again nothing was decided and the same item may be sent again
 * @param code of the problem, empty on success
 * @param pointer to the field of the body that is at fault, empty if none is named
 * @param detail of the problem, empty on success
 */
public record ItemAnswer(int status, boolean replayed, boolean again, String code, String pointer, String detail) {

    public boolean done() {
        return status >= 200 && status < 300;
    }

    /** The key or the id stands for another content: the record was changed after it had been sent. */
    public boolean otherContent() {
        return code.equals("IDEMPOTENCY_KEY_REUSED") || code.equals("ALREADY_EXISTS");
    }
}
