package io.milepost.platform.web;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.trail.AuditTrail;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Lets commands in by who sends them. What is refused for that, here or later on their way, is put on record. */
final class Admission {
    private static final String UNSEEN = "UNSEEN";
    private static final String BATCH = "Batch";

    private final Callers callers;
    private final AuditTrail trail;

    Admission(Callers callers, AuditTrail trail) {
        this.callers = callers;
        this.trail = trail;
    }

    /** Who sends one command, before its body is read. */
    Mono<Caller> toCommand(CommandRoute route, ServerRequest request) {
        var target = route.row().creates() ? null : targetOf(request);
        return caller(request, route.row().name(), target)
                .doOnNext(caller -> requireAny(caller, route.row().roles(), route, target));
    }

    /** Who sends many; each is let in by itself. */
    Mono<Caller> toBatch(ServerRequest request) {
        return caller(request, BATCH, null);
    }

    /** Refuses a caller that has none of the roles. */
    void requireAny(CommandRequest sent, Set<Role> roles) {
        requireAny(sent.caller(), roles, sent.route(), sent.id());
    }

    /** What became of a command that was let in. A refusal that is told again is on record already. */
    void decided(CommandRequest sent, Outcome outcome) {
        switch (outcome) {
            case Outcome.Unseen _ -> note(sent, UNSEEN);
            case Outcome.NotYourDuty _ -> note(sent, ProblemCode.NOT_YOUR_DUTY.name());
            case Outcome.Refused refused
            when !refused.replayed() && isOfSender(sent, refused.code()) -> note(sent, refused.code());
            default -> {}
        }
    }

    private Mono<Caller> caller(ServerRequest request, String command, @Nullable UUID target) {
        return callers.caller(request)
                .onErrorResume(
                        ProblemException.class,
                        refused -> callers.sender(request)
                                .doOnNext(sender -> trail.refused(
                                        sender,
                                        command,
                                        target,
                                        refused.problem().code()))
                                .then(Mono.error(refused)));
    }

    private void requireAny(Caller caller, Set<Role> roles, CommandRoute route, @Nullable UUID target) {
        try {
            caller.requireAny(roles);
        } catch (ProblemException refused) {
            trail.refused(
                    caller.sender(),
                    route.row().name(),
                    target,
                    refused.problem().code());
            throw refused;
        }
    }

    private void note(CommandRequest sent, String code) {
        trail.refused(sent.caller().sender(), sent.route().row().name(), sent.id(), code);
    }

    private static boolean isOfSender(CommandRequest sent, String code) {
        return sent.route().catalogue().refusals().stream()
                .anyMatch(
                        refusal -> refusal.reason().ofSender() && refusal.name().equals(code));
    }

    /** What is no id is told later, to whom may send the command at all. */
    private static @Nullable UUID targetOf(ServerRequest request) {
        try {
            return CanonicalId.read(request.pathVariable("id"));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
