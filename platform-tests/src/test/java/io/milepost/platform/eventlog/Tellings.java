package io.milepost.platform.eventlog;

import io.milepost.platform.testkit.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the clients of a run asked and were told. Each request is counted from when it was first sent. */
public final class Tellings implements LogClient.Journal {

    private record Asked(Append append, long at) {}

    private final Map<String, Asked> open = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();

    @Override
    public synchronized void asked(Append append, long at) {
        open.putIfAbsent(append.requestId(), new Asked(append, at));
    }

    @Override
    public synchronized void answered(Append append, Append.Result result, long at) {
        told.add(told(append, result, open.remove(append.requestId()).at(), at));
    }

    /** Requests without an answer, as they were sent. */
    public synchronized List<Append> unanswered() {
        return open.values().stream().map(Asked::append).toList();
    }

    /** All of it; what was never answered is unknown. */
    public synchronized List<Told> all() {
        var all = new ArrayList<>(told);
        open.values()
                .forEach(asked -> all.add(new Told(
                        asked.append().requestId(),
                        asked.append().condition(),
                        new Told.Answer.Unknown(),
                        asked.at(),
                        Long.MAX_VALUE)));
        return all;
    }

    static Told told(Append append, Append.Result result, long asked, long answered) {
        var answer = switch (result) {
            case Append.Result.Stored(var commit) -> new Told.Answer.Acknowledged(commit.last());
            case Append.Result.Duplicate(var commit) -> new Told.Answer.Acknowledged(commit.last());
            case Append.Result.Conflict(long position) -> new Told.Answer.Conflicting(position);
        };
        return new Told(append.requestId(), append.condition(), answer, asked, answered);
    }
}
