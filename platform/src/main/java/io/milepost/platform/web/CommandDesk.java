package io.milepost.platform.web;

import io.milepost.platform.axon.Commands;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.command.Request;
import io.milepost.platform.command.TimeOrderedIds;
import io.milepost.platform.decision.SelfIdentified;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.observe.CommandTimer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The one way in for commands, alone or in a batch: authorise, read strictly, decide, answer. Blocks; call it on a virtual thread. */
final class CommandDesk {
    private final Admission admission;
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final CommandTimer timer;
    private final RefusalMeters refusals;

    CommandDesk(
            Admission admission, Commands commands, TimeOrderedIds ids, CommandTimer timer, RefusalMeters refusals) {
        this.admission = admission;
        this.commands = commands;
        this.ids = ids;
        this.timer = timer;
        this.refusals = refusals;
    }

    /** Throws a {@link ProblemException} for what cannot be read or may not be asked, and faults as they come. */
    CommandAnswer handle(CommandRequest sent) {
        admission.requireAny(sent, sent.route().row().roles());
        var command = RecordReader.read(sent.body(), sent.route().commandType(), sent.base());
        admission.requireAny(sent, sent.route().row().rolesFor(command));
        var request = requestOf(sent, command);
        var outcome = timer.record(
                sent.route().catalogue().aggregate(),
                sent.route().row().name(),
                () -> commands.dispatch(request).join());
        refusals.count(sent.route().catalogue().aggregate(), outcome);
        admission.decided(sent, outcome);
        return CommandAnswer.of(outcome, sent);
    }

    private Request requestOf(CommandRequest sent, Record command) {
        return new Request(
                sent.id() == null ? idOf(command) : sent.id(),
                command,
                sent.requestId(),
                RequestHash.of(
                        sent.route().row().name(), sent.id(), sent.caller().member(), sent.body()),
                sent.effectiveAt(),
                timing(sent),
                sent.caller().who(),
                sent.caller().sight(),
                sent.ifMatch(),
                sent.validateOnly(),
                metadata(sent));
    }

    private UUID idOf(Record command) {
        return command instanceof SelfIdentified self ? self.entityId() : ids.next();
    }

    private static Map<String, String> metadata(CommandRequest sent) {
        var metadata = new HashMap<>(sent.metadata());
        metadata.put(Metadata.AUTH_TYPE, sent.caller().authType());
        return metadata;
    }

    private static Request.Timing timing(CommandRequest sent) {
        return sent.caller().is(Role.IMPORTER) || sent.route().row().backdating()
                ? Request.Timing.BACKDATED
                : Request.Timing.PRESENT;
    }
}
