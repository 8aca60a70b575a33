package io.milepost.platform.web;

import io.milepost.platform.axon.Outcome;
import java.util.List;
import java.util.UUID;

/** What a command is answered with, before it becomes an HTTP answer or a batch item. */
sealed interface Answer {

    /**
     * Accepted.
     *
     * @param position of the commit's last event, or of the entity's when nothing was stored; 0 when there is none
     */
    record Done(Offer offer, int status, UUID id, long position, List<Outcome.EventRef> events, boolean replayed)
            implements Answer {
        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * Not accepted.
     *
     * @param replayed the refusal was on record from an earlier request with the same key
     */
    record Failed(Problem problem, boolean replayed) implements Answer {}

    private static Failed failed(ProblemCode code, String detail) {
        return new Failed(Problem.of(code, detail), false);
    }

    static Answer of(Outcome outcome, Ask ask) {
        return switch (outcome) {
            case Outcome.Committed done ->
                new Done(
                        ask.offer(),
                        ask.offer().row().creates() ? 201 : 200,
                        done.id(),
                        done.position(),
                        done.events(),
                        done.replayed());
            case Outcome.Unchanged same -> new Done(ask.offer(), 200, same.id(), same.position(), List.of(), false);
            case Outcome.Refused refused -> new Failed(Problem.of(refused, ask.base()), refused.replayed());
            case Outcome.TooLarge(var _, var what, var detail) ->
                failed(
                        switch (what) {
                            case AMOUNT -> ProblemCode.AMOUNT_TOO_LARGE;
                            case ENTITY -> ProblemCode.ENTITY_TOO_LARGE;
                        },
                        detail);
            case Outcome.Unknown unknown ->
                failed(ProblemCode.NOT_FOUND, "There is no %s %s.".formatted(noun(ask), unknown.id()));
            case Outcome.AlreadyExists taken ->
                failed(ProblemCode.ALREADY_EXISTS, "%s is taken by another %s.".formatted(taken.id(), noun(ask)));
            case Outcome.Stale stale ->
                failed(
                        ProblemCode.PRECONDITION_FAILED,
                        "The %s stands at position %d.".formatted(noun(ask), stale.position()));
            case Outcome.KeyReused reused ->
                failed(
                        ProblemCode.IDEMPOTENCY_KEY_REUSED,
                        "This key already stands for another request; use a new one for a new command.");
            case Outcome.TooEarly early ->
                failed(
                        ProblemCode.EFFECTIVE_TOO_EARLY,
                        "A later fact of this %s is already known.".formatted(noun(ask)));
            case Outcome.TimeNotAllowed time -> failed(ProblemCode.EFFECTIVE_NOT_ALLOWED, time.detail());
            case Outcome.Contended contended ->
                failed(ProblemCode.CONTENDED, "Send the same request with the same key again.");
        };
    }

    private static String noun(Ask ask) {
        return ask.offer().catalogue().aggregate();
    }
}
