package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.store.Extent;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Generation;
import io.milepost.reporting.read.mart.store.Generation.State;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** How the mart stands, as operators are told of it. */
final class MartAnswers {
    private final MartOperations operations;
    private final Feeding feeding;

    MartAnswers(MartOperations operations, Feeding feeding) {
        this.operations = operations;
        this.feeding = feeding;
    }

    ObjectNode listed() {
        var body = Json.mapper().createObjectNode();
        body.putArray("items").add(standing());
        return body;
    }

    /** As it is listed, and more. */
    ObjectNode all() {
        var body = standing();
        var all = operations.generations();
        var live = all.stream()
                .filter(one -> one.state() == State.LIVE)
                .findFirst()
                .orElseThrow();
        body.put("begunAt", live.begunAt().toString())
                .put(
                        "completeAt",
                        live.completeAt() == null ? null : live.completeAt().toString());
        if (live.completeAt() == null) {
            progress(live.number(), body.putObject("building"));
        }
        var generations = body.putArray("generations");
        all.forEach(one -> generations
                .addObject()
                .put("generation", one.number())
                .put("state", one.state().name())
                .put("since", one.since().toString()));
        var aside = operations.setAside();
        var datasets = body.putArray("datasets");
        operations
                .names()
                .forEach(name -> datasets.addObject().put("name", name).put("setAside", aside.getOrDefault(name, 0L)));
        body.put("records", aside.getOrDefault(Feed.RECORD, 0L));
        return body;
    }

    private ObjectNode standing() {
        var look = feeding.latest();
        var standing = feeding.standing(feeding.freshness().keySet());
        var body = Json.mapper().createObjectNode();
        body.put("name", MartOperations.NAME)
                .put("generation", feeding.live().number())
                .put("state", standing.state(look.setAside()).name())
                .put("setAside", look.setAside());
        var sources = body.putArray("sources");
        feeding.freshness().forEach((source, freshness) -> {
            var now = freshness.now();
            var json = sources.addObject()
                    .put("source", source)
                    .put("position", now.position())
                    .put("lagMs", now.lag().toMillis());
            blocked(look.extent().of(source), json);
        });
        operations.generations().stream()
                .filter(one -> one.state() == State.BUILDING)
                .findFirst()
                .ifPresent(next -> rebuild(next, body.putObject("rebuild")));
        return body;
    }

    private static void blocked(List<Extent.Partition> partitions, ObjectNode json) {
        var blocked =
                partitions.stream().filter(one -> one.blockedFor() != null).toList();
        if (!blocked.isEmpty()) {
            var items = json.putArray("blocked");
            blocked.forEach(one -> items.addObject()
                    .put("partition", one.number())
                    .put("position", one.position())
                    .put("reason", one.blockedFor()));
        }
    }

    private void rebuild(Generation next, ObjectNode json) {
        json.put("generation", next.number()).put("since", next.since().toString());
        progress(next.number(), json);
    }

    private void progress(int generation, ObjectNode json) {
        Map<String, Progress> all;
        try {
            all = feeding.sources().progress(generation);
        } catch (Backlog.Unknown away) {
            // The broker cannot be asked: how far it is from the end is not known now.
            json.putNull("progress");
            return;
        }
        var whole = all.values().stream().reduce(new Progress(0, 0), Progress::plus);
        json.put("progress", whole.share()).put("events", whole.events()).put("unread", whole.unread());
        var sources = json.putArray("sources");
        all.forEach((source, of) -> sources.addObject()
                .put("source", source)
                .put("progress", of.share())
                .put("events", of.events())
                .put("unread", of.unread()));
    }
}
