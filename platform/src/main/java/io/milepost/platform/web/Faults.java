package io.milepost.platform.web;

import com.mongodb.MongoException;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.sealing.KeyStoreUnavailableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.server.ResponseStatusException;

/** The one table of what an exception is answered with. Nothing of its text reaches the caller. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static Problem problemOf(Throwable thrown) {
        return switch (thrown) {
            case ProblemException expected -> expected.problem();
            case CompletionException wrapped when wrapped.getCause() != null -> problemOf(wrapped.getCause());
            case ExecutionException wrapped when wrapped.getCause() != null -> problemOf(wrapped.getCause());
            case ResponseStatusException status -> ofStatus(status);
            // Security looks at Accept before any route does.
            case InvalidMediaTypeException _, InvalidMimeTypeException _ ->
                Problem.of(ProblemCode.NOT_ACCEPTABLE, "Accept can list at most fifty media types.");
            case AuthenticationServiceException issuer ->
                fault(ProblemCode.IDENTITY_PROVIDER_UNAVAILABLE, "Send the same request again.", issuer);
            case EventLogUnavailableException store ->
                fault(ProblemCode.STORE_UNAVAILABLE, "Send the same request with the same key again.", store);
            case KeyStoreUnavailableException store ->
                fault(ProblemCode.STORE_UNAVAILABLE, "Send the same request with the same key again.", store);
            case EventUnreadableException unreadable -> unreadable(unreadable);
            case MongoException store ->
                fault(ProblemCode.STORE_UNAVAILABLE, "Send the same request with the same key again.", store);
            default -> fault(ProblemCode.INTERNAL, "The trace id names what happened in our logs.", thrown);
        };
    }

    private static Problem ofStatus(ResponseStatusException thrown) {
        return switch (HttpStatus.resolve(thrown.getStatusCode().value())) {
            case NOT_FOUND -> Problem.of(ProblemCode.UNKNOWN_ROUTE, "No resource has this path.");
            case METHOD_NOT_ALLOWED -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "See the header Allow.");
            case NOT_ACCEPTABLE -> Problem.of(ProblemCode.NOT_ACCEPTABLE, "Accept application/json.");
            case UNSUPPORTED_MEDIA_TYPE -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            case CONTENT_TOO_LARGE -> Problem.of(ProblemCode.BODY_TOO_LARGE, "Send less at a time.");
            case null, default ->
                thrown.getStatusCode().is4xxClientError()
                        ? Problem.of(ProblemCode.INVALID_REQUEST, "The request cannot be read.")
                        : fault(ProblemCode.INTERNAL, "The trace id names what happened in our logs.", thrown);
        };
    }

    /** Without the cause, whose message quotes the event's data. */
    private static Problem unreadable(EventUnreadableException fault) {
        LOG.atError()
                .addKeyValue("event.action", ProblemCode.EVENT_UNREADABLE.name())
                .log("request failed: {}", fault.getMessage());
        return Problem.of(
                ProblemCode.EVENT_UNREADABLE,
                "The event is %s at position %d.".formatted(fault.type(), fault.position()));
    }

    /** Logged once, here, with the trace of the request. */
    private static Problem fault(ProblemCode code, String detail, Throwable fault) {
        LOG.atError().setCause(fault).addKeyValue("event.action", code.name()).log("request failed");
        return Problem.of(code, detail);
    }
}
