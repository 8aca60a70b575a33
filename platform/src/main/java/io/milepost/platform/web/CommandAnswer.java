package io.milepost.platform.web;

import io.milepost.platform.command.Outcome;
import io.milepost.platform.externalid.ExternalIds;
import java.util.List;
import java.util.UUID;

/** What a command is answered with, before it becomes an HTTP answer or a batch item. */
sealed interface CommandAnswer {

    /**
     * Accepted.
     *
     * @param position of the commit's last event, or of the entity's when nothing was stored; 0 when there is none
     */
    record Done(CommandRoute route, int status, UUID id, long position, List<Outcome.EventRef> events, boolean replayed)
            implements CommandAnswer {
        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * Not accepted.
     *
     * @param replayed the refusal was on record from an earlier request with the same key
     */
    record Failed(Problem problem, boolean replayed) implements CommandAnswer {}

    private static Failed failed(ProblemCode code, String detail) {
        return new Failed(Problem.of(code, detail), false);
    }

    static CommandAnswer of(Outcome outcome, CommandRequest sent) {
        return switch (outcome) {
            case Outcome.Committed done ->
                new Done(
                        sent.route(),
                        sent.route().row().creates() ? 201 : 200,
                        done.id(),
                        done.position(),
                        done.events(),
                        done.replayed());
            case Outcome.Unchanged same -> new Done(sent.route(), 200, same.id(), same.position(), List.of(), false);
            case Outcome.Refused refused -> new Failed(Problem.of(refused, sent.base()), refused.replayed());
            case Outcome.TooLarge(var _, var what, var detail) ->
                failed(
                        switch (what) {
                            case AMOUNT -> ProblemCode.AMOUNT_TOO_LARGE;
                            case ENTITY -> ProblemCode.ENTITY_TOO_LARGE;
                        },
                        detail);
            case Outcome.PersonErased _ ->
                failed(ProblemCode.PERSON_ERASED, "A privacy officer opens the person again where that is lawful.");
            case Outcome.Unknown(var id) -> notFound(sent, id);
            case Outcome.Unseen(var id) -> notFound(sent, id);
            case Outcome.NotYourDuty(var _, var duty) ->
                failed(ProblemCode.NOT_YOUR_DUTY, "This is for %s.".formatted(duty));
            case Outcome.AlreadyExists taken ->
                failed(ProblemCode.ALREADY_EXISTS, "%s is taken by another %s.".formatted(taken.id(), noun(sent)));
            case Outcome.ExternalIdTaken(var _, var taken, var holder) ->
                failed(
                        ProblemCode.EXTERNAL_ID_TAKEN,
                        "%s is already what %s is called."
                                .formatted(
                                        taken, holder == null ? "another " + noun(sent) : noun(sent) + " " + holder));
            case Outcome.TooManyExternalIds _ ->
                failed(
                        ProblemCode.TOO_MANY_EXTERNAL_IDS,
                        "One %s has up to %d external ids.".formatted(noun(sent), ExternalIds.MOST));
            case Outcome.Stale stale ->
                failed(
                        ProblemCode.PRECONDITION_FAILED,
                        "The %s stands at position %d.".formatted(noun(sent), stale.position()));
            case Outcome.KeyReused reused ->
                failed(
                        ProblemCode.IDEMPOTENCY_KEY_REUSED,
                        "This key already stands for another request; use a new one for a new command.");
            case Outcome.TooEarly early ->
                failed(
                        ProblemCode.EFFECTIVE_TOO_EARLY,
                        "A later fact of this %s is already known.".formatted(noun(sent)));
            case Outcome.TimeNotAllowed time -> failed(ProblemCode.EFFECTIVE_NOT_ALLOWED, time.detail());
            case Outcome.Contended contended ->
                failed(ProblemCode.CONTENDED, "Send the same request with the same key again.");
        };
    }

    private static Failed notFound(CommandRequest sent, UUID id) {
        return failed(ProblemCode.NOT_FOUND, "There is no %s %s.".formatted(noun(sent), id));
    }

    private static String noun(CommandRequest sent) {
        return sent.route().catalogue().aggregate();
    }
}
