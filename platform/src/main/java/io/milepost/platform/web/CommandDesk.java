package io.milepost.platform.web;

import io.milepost.platform.axon.Commands;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.command.TimeOrderedIds;
import io.milepost.platform.decision.SelfIdentified;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.externalid.ChangeExternalIds;
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
    private final MergedAccounts accounts;

    CommandDesk(
            Admission admission,
            Commands commands,
            TimeOrderedIds ids,
            CommandTimer timer,
            RefusalMeters refusals,
            MergedAccounts accounts) {
        this.admission = admission;
        this.commands = commands;
        this.ids = ids;
        this.timer = timer;
        this.refusals = refusals;
        this.accounts = accounts;
    }

    /** Throws a {@link ProblemException} for what cannot be read or may not be asked, and faults as they come. */
    CommandAnswer handle(CommandRequest whole) {
        admission.requireAny(whole, whole.route().row().roles());
        var named = ExternalNames.of(whole);
        var sent = named.sent();
        var command = RecordReader.read(sent.body(), sent.route().commandType(), sent.base());
        admission.requireAny(sent, sent.route().row().rolesFor(command));
        var request = requestOf(named, command);
        var merged = sent.caller().who().bound() ? accounts.refuses(command) : null;
        if (merged != null) {
            // What was taken before the merge is told again.
            return commands.answered(request)
                    .map(before -> CommandAnswer.of(before, sent))
                    .orElseGet(() -> new CommandAnswer.Failed(Problem.of(ProblemCode.ACCOUNT_MERGED, merged), false));
        }
        var outcome = decide(sent, request);
        if (outcome instanceof Outcome.ExternalIdTaken(var _, var _, var holder)
                && holder != null
                && sent.route().row().creates()
                && sent.id() == null) {
            // What made the entity that is called so may have named its id as well, and have said the same otherwise.
            var again = decide(sent, requestOf(named.of(holder), command));
            outcome = again instanceof Outcome.Committed ? again : outcome;
        }
        if (isRefusedWithoutRecord(outcome)) {
            // What it is for may be kept under an account that was merged into the one that the caller has to name.
            outcome = accounts.mergedInto(command)
                    .map(account -> accounts.naming(account, sent.body()))
                    .map(body -> RecordReader.read(body, sent.route().commandType(), sent.base()))
                    .map(again -> decide(sent, requestOf(named, again)))
                    .filter(decided -> !(decided instanceof Outcome.Refused))
                    .findFirst()
                    .orElse(outcome);
        }
        refusals.count(sent.route().catalogue().aggregate(), outcome);
        admission.decided(sent, outcome);
        return CommandAnswer.of(outcome, sent);
    }

    private Outcome decide(CommandRequest sent, Request request) {
        return timer.record(
                sent.route().catalogue().aggregate(),
                sent.route().row().name(),
                () -> commands.dispatch(request).join());
    }

    private static boolean isRefusedWithoutRecord(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.events().isEmpty() && !refused.replayed();
    }

    private Request requestOf(ExternalNames named, Record command) {
        var sent = named.sent();
        return new Request(
                sent.id() == null ? idOf(command) : sent.id(),
                command instanceof ChangeExternalIds change
                        ? change.of(sent.route().catalogue().aggregate())
                        : command,
                sent.requestId(),
                RequestHash.of(
                        sent.route().row().name(), sent.id(), sent.caller().member(), named.asked()),
                sent.effectiveAt(),
                timing(sent),
                sent.caller().who(),
                sent.caller().sight(),
                sent.ifMatch(),
                sent.validateOnly(),
                named.externalIds(),
                metadata(sent));
    }

    private UUID idOf(Record command) {
        return command instanceof SelfIdentified self ? self.entityId() : ids.next();
    }

    private static Map<String, String> metadata(CommandRequest sent) {
        var metadata = new HashMap<>(sent.metadata());
        metadata.put(Metadata.AUTH_TYPE, sent.caller().authType());
        if (sent.caller().client() != null) {
            metadata.put(Metadata.CLIENT, sent.caller().client());
        }
        return metadata;
    }

    private static Request.Timing timing(CommandRequest sent) {
        return sent.caller().is(Role.IMPORTER) || sent.route().row().backdating()
                ? Request.Timing.BACKDATED
                : Request.Timing.PRESENT;
    }
}
