package io.milepost.cli.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds what is stored against checkpoints. The chain proves that nothing was changed since it was written, unless all that
 * follows was written anew; a checkpoint that was kept elsewhere proves that it was not.
 */
final class Audit {
    private final PublicKeys keys;
    private final String service;

    Audit(PublicKeys keys, String service) {
        this.keys = keys;
        this.service = service;
    }

    /** How it ended. */
    sealed interface Outcome {
        /** Everything fits; {@code position} is that of the last event. */
        record Intact(long commits, long position) implements Outcome {}

        /** Something does not. */
        record Broken(String what) implements Outcome {}
    }

    /** Why a checkpoint is not to be believed; empty when it is. */
    List<String> doubts(Checkpoint checkpoint) {
        var doubts = new ArrayList<String>();
        if (!keys.has(checkpoint.keyId())) {
            doubts.add("it names the key %s, which is none of the service's".formatted(checkpoint.keyId()));
        } else if (!keys.signed(checkpoint)) {
            doubts.add("its signature is not of what it says");
        }
        if (!checkpoint.service().equals(service)) {
            doubts.add("it is of " + checkpoint.service());
        }
        return doubts;
    }

    /**
     * Recomputes the chain and passes the checkpoints on the way, in the order of their positions.
     *
     * @param pages the lines of the commits after a position; none at the log's end
     */
    Outcome walk(Chain chain, List<Checkpoint> checkpoints, LongFunction<List<JsonNode>> pages) {
        var ahead = new ArrayList<>(checkpoints);
        ahead.sort(Comparator.comparingLong(Checkpoint::position));
        var broken = passed(chain, ahead);
        if (broken != null) {
            return broken;
        }
        for (var page = pages.apply(chain.position()); !page.isEmpty(); page = pages.apply(chain.position())) {
            for (var line : page) {
                var fault = chain.next(line);
                if (fault != null) {
                    return new Outcome.Broken("at position %d: %s".formatted(fault.position(), fault.detail()));
                }
                broken = passed(chain, ahead);
                if (broken != null) {
                    return broken;
                }
            }
        }
        return ahead.isEmpty()
                ? new Outcome.Intact(chain.commits(), chain.position())
                : new Outcome.Broken("the log ends at position %d, before the checkpoint's position %d of %s"
                        .formatted(
                                chain.position(),
                                ahead.getFirst().position(),
                                ahead.getFirst().time()));
    }

    /** Strikes off the checkpoints that the chain has come to, if they are right. */
    private static Outcome.@Nullable Broken passed(Chain chain, List<Checkpoint> ahead) {
        while (!ahead.isEmpty() && ahead.getFirst().position() <= chain.position()) {
            var checkpoint = ahead.removeFirst();
            if (checkpoint.position() != chain.position() || !checkpoint.hash().equals(chain.hash())) {
                return new Outcome.Broken(
                        "at position %d: the history up to here is not the one of the checkpoint of %s"
                                .formatted(checkpoint.position(), checkpoint.time()));
            }
        }
        return null;
    }
}
