package io.milepost.bench.append;

import io.milepost.bench.Callers;
import io.milepost.bench.Parcels;
import io.milepost.bench.RunningService;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.Client;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The same commands over HTTP to a running service, whose relay publishes and whose lists follow meanwhile. */
final class HttpCommands {
    private final RunningService service;
    private final Client client;
    private final Parcels parcels;
    private final AtomicReferenceArray<UUID> ids;

    HttpCommands(RunningService service, int callers) {
        this.service = service;
        client = service.client(Role.SALES_REP);
        parcels = new Parcels(callers);
        ids = new AtomicReferenceArray<>(callers);
    }

    void postAll() {
        Callers.each(parcels.count(), 64, parcel -> {
            var reply = client.post("/v1/parcels", Json.mapper().writeValueAsString(parcels.post(parcel)));
            ids.set(parcel, require(reply, 201).id());
        });
    }

    void weigh(int caller) {
        var body = Json.mapper().writeValueAsString(parcels.weigh(caller));
        require(client.post("/v1/parcels/" + ids.get(caller) + "/weigh", body), 200);
    }

    void settle() {
        service.settle();
    }

    private static Client.Reply require(Client.Reply reply, int status) {
        if (reply.status() != status) {
            throw new IllegalStateException("answered %d: %s".formatted(reply.status(), reply.text()));
        }
        return reply;
    }
}
