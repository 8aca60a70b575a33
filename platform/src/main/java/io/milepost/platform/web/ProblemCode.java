package io.milepost.platform.web;

import org.springframework.http.HttpStatus;

/** Every problem that the platform itself answers with; refusals of a domain add their own codes (api.md 8). The constant's name is the code. */
public enum ProblemCode {
    MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body is not well-formed JSON", false),
    UNKNOWN_FIELD(HttpStatus.BAD_REQUEST, "The body has an unknown field", false),
    MISSING_FIELD(HttpStatus.BAD_REQUEST, "A required field is missing", false),
    WRONG_TYPE(HttpStatus.BAD_REQUEST, "A field has the wrong JSON type", false),
    INVALID_VALUE(HttpStatus.BAD_REQUEST, "A field's value is not valid", false),
    TOO_LONG(HttpStatus.BAD_REQUEST, "A text or a list is longer than the field allows", false),
    UNKNOWN_COMMAND(HttpStatus.BAD_REQUEST, "A batch item names an unknown command", false),
    UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST, "A query parameter, or the field that it names, is unknown", false),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A query parameter's value is not valid", false),
    INVALID_HEADER(HttpStatus.BAD_REQUEST, "A request header's value is not valid", false),
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read", false),
    IDEMPOTENCY_KEY_REQUIRED(HttpStatus.BAD_REQUEST, "A command needs the header Idempotency-Key", false),
    IDEMPOTENCY_KEY_INVALID(HttpStatus.BAD_REQUEST, "Idempotency-Key is not a UUID", false),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid bearer token is needed", false),
    TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED, "The bearer token has expired", false),
    FORBIDDEN(HttpStatus.FORBIDDEN, "The caller's roles do not allow this", false),
    NOT_YOUR_DUTY(HttpStatus.FORBIDDEN, "This is somebody else's duty", false),
    MAY_NOT_ACT_FOR(HttpStatus.FORBIDDEN, "The caller may not act for this member", false),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing under this id", false),
    UNKNOWN_ROUTE(HttpStatus.NOT_FOUND, "There is no such path", false),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This path does not support this method", false),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Only application/json is offered", false),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "The caller asks too often", true),
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "The request was not received completely in time", true),
    ALREADY_EXISTS(HttpStatus.CONFLICT, "The id is already taken", false),
    EXTERNAL_ID_TAKEN(HttpStatus.CONFLICT, "Another entity of this kind has the external id", false),
    PERSON_ERASED(HttpStatus.CONFLICT, "The person was erased, and nothing new is kept of it", false),
    ACCOUNT_MERGED(HttpStatus.CONFLICT, "Another account stands for this customer; name that one", false),
    EPOCH_CHANGED(HttpStatus.CONFLICT, "The log has begun a new epoch; earlier positions are no longer valid", false),
    REBUILD_UNDER_WAY(HttpStatus.CONFLICT, "A rebuild of this projection is under way", false),
    NO_REBUILD_UNDER_WAY(HttpStatus.CONFLICT, "No rebuild of this projection is under way", false),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "If-Match does not match the current version", false),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is over the limit", false),
    TOO_MANY_ITEMS(HttpStatus.CONTENT_TOO_LARGE, "The batch has more items than are allowed", false),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Only application/json is accepted", false),
    URI_TOO_LONG(HttpStatus.URI_TOO_LONG, "The request line is over the limit", false),
    HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The request's headers are over the limit", false),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency-Key was used with another command, target or body", false),
    EFFECTIVE_TOO_EARLY(
            HttpStatus.UNPROCESSABLE_CONTENT, "The effective time is before the entity's last event", false),
    EFFECTIVE_NOT_ALLOWED(HttpStatus.UNPROCESSABLE_CONTENT, "This effective time is not allowed", false),
    AMOUNT_TOO_LARGE(
            HttpStatus.UNPROCESSABLE_CONTENT, "An amount that follows from this has more than 15 digits", false),
    ENTITY_TOO_LARGE(HttpStatus.UNPROCESSABLE_CONTENT, "The entity would grow over the limit", false),
    TOO_MANY_EXTERNAL_IDS(
            HttpStatus.UNPROCESSABLE_CONTENT, "The entity would have more external ids than are allowed", false),
    CONTENDED(HttpStatus.SERVICE_UNAVAILABLE, "Other requests kept changing the entity", true),
    STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The store of events or keys cannot be reached", true),
    IDENTITY_PROVIDER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The token issuer's keys cannot be read", true),
    POSITION_NOT_REACHED(HttpStatus.SERVICE_UNAVAILABLE, "The requested position has not been reached yet", true),
    EVENT_UNREADABLE(
            HttpStatus.INTERNAL_SERVER_ERROR, "An event of this entity cannot be read; its other data is safe", false),
    TOO_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "Too many reads or streams are in progress", true),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "An internal error", false);

    private final HttpStatus status;
    private final String title;
    private final boolean retryable;

    ProblemCode(HttpStatus status, String title, boolean retryable) {
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    public int status() {
        return status.value();
    }

    public String title() {
        return title;
    }

    /** Whether the same request may be sent again unchanged; then the answer carries Retry-After. */
    public boolean retryable() {
        return retryable;
    }
}
