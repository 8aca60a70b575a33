package io.milepost.platform.web;

import io.milepost.platform.command.Outcome;
import io.milepost.platform.decision.Refusal;
import java.util.List;

/**
 * What is answered when a request fails, before it is bound to an exchange (RFC 9457).
 *
 * @param code a {@link ProblemCode} or the code of a domain's refusal
 * @param detail one sentence about this case
 * @param errors the fields at fault, may be empty
 * @param events what a refusal left on record, usually empty
 */
public record Problem(
        String code,
        int status,
        String title,
        String detail,
        boolean retryable,
        List<FieldError> errors,
        List<Outcome.EventRef> events) {

    /** One field, parameter or header at fault; the pointer is a JSON pointer into the body, or empty. */
    public record FieldError(String pointer, String code, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
        events = List.copyOf(events);
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code.name(), code.status(), code.title(), detail, code.retryable(), List.of(), List.of());
    }

    /** A problem of one field of the body. */
    public static Problem at(String pointer, ProblemCode code, String detail) {
        return ofFields(List.of(new FieldError(pointer, code.name(), detail)));
    }

    /** A problem of several fields; the first gives the code. */
    static Problem ofFields(List<FieldError> errors) {
        var first = errors.getFirst();
        var code = ProblemCode.valueOf(first.code());
        return new Problem(
                code.name(), code.status(), code.title(), first.detail(), code.retryable(), errors, List.of());
    }

    /** A domain's refusal; {@code base} is the pointer to the command's body within the request. */
    static Problem of(Outcome.Refused refused, String base) {
        var errors = refused.pointer() == null
                ? List.<FieldError>of()
                : List.of(new FieldError(base + refused.pointer(), refused.code(), refused.detail()));
        return new Problem(
                refused.code(),
                statusOf(refused.kind()),
                titleOf(refused.kind()),
                refused.detail(),
                false,
                errors,
                refused.events());
    }

    static int statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case STATE -> 409;
            case RULE -> 422;
        };
    }

    private static String titleOf(Refusal.Kind kind) {
        return switch (kind) {
            case STATE -> "The present state does not allow this command";
            case RULE -> "A rule does not allow this command";
        };
    }
}
