package io.milepost.platform.web;

import io.milepost.platform.axon.Commands;
import io.milepost.platform.axon.Request;
import io.milepost.platform.axon.TimeOrderedIds;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.observe.CommandTimer;
import java.util.HashMap;
import java.util.Map;

/** The one way in for commands, alone or in a batch: authorise, read strictly, decide, answer. Blocks; call it on a virtual thread. */
final class CommandDesk {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final CommandTimer timer;

    CommandDesk(Commands commands, TimeOrderedIds ids, CommandTimer timer) {
        this.commands = commands;
        this.ids = ids;
        this.timer = timer;
    }

    /** Throws a {@link ProblemException} for what cannot be read or may not be asked, and faults as they come. */
    Answer handle(Ask ask) {
        ask.caller().requireAny(ask.offer().row().roles());
        var command = RecordReader.read(ask.body(), ask.offer().commandType(), ask.base());
        ask.caller().requireAny(ask.offer().row().rolesFor(command));
        var request = requestOf(ask, command);
        var outcome = timer.record(
                ask.offer().row().name(), () -> commands.dispatch(request).join());
        return Answer.of(outcome, ask);
    }

    private Request requestOf(Ask ask, Record command) {
        return new Request(
                ask.id() == null ? ids.next() : ask.id(),
                command,
                ask.requestId(),
                RequestHash.of(ask.offer().row().name(), ask.id(), ask.body()),
                ask.effectiveAt(),
                timing(ask),
                ask.caller().subject(),
                ask.ifMatch(),
                ask.validateOnly(),
                metadata(ask));
    }

    private static Map<String, String> metadata(Ask ask) {
        var metadata = new HashMap<>(ask.metadata());
        metadata.put(Metadata.AUTH_TYPE, ask.caller().authType());
        return metadata;
    }

    private static Request.Timing timing(Ask ask) {
        return ask.caller().is(Role.IMPORTER) || ask.offer().row().backdating()
                ? Request.Timing.BACKDATED
                : Request.Timing.PRESENT;
    }
}
