package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.suite.Reads;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an earlier import left in the suite that says more than the files do: since when members and prices hold. An
 * import goes on from there, or the same files beside another pipeline would look like other ones.
 *
 * @param members by their ids, each as it was registered
 * @param prices the latest version of the price list, or null before the first import
 */
record Held(
        Map<UUID, Bodies.RegisterTeamMember> members,
        @Nullable Prices prices) {

    static final Held NOTHING = new Held(Map.of(), null);

    private static final JsonMapper JSON = new JsonMapper();

    Held {
        members = Map.copyOf(members);
    }

    record Prices(LocalDate validFrom, List<Bodies.PriceItem> items) {
        Prices {
            items = List.copyOf(items);
        }
    }

    private record Posting(
            String team,
            String region,
            LocalDate from,
            @Nullable String manager) {}

    private record MemberView(String code, List<Posting> postings) {
        Bodies.RegisterTeamMember registration() {
            var began = postings.getFirst();
            return new Bodies.RegisterTeamMember(code, began.team(), began.region(), began.from(), began.manager());
        }
    }

    /** Asks the services for the members and the price list of these files. */
    static Held read(Reads reads, Map<Service, URI> services, Source source) {
        var members = new HashMap<UUID, Bodies.RegisterTeamMember>();
        var ids = new Ids(source.mapping());
        for (var agent : source.staff()) {
            var id = ids.member(agent);
            find(reads, services, Service.LEAD, "/v1/team-members/" + id, MemberView.class)
                    .ifPresent(view -> members.put(id, view.registration()));
        }
        if (source.products().rows().isEmpty()) {
            return new Held(members, null);
        }
        var path = "/v1/price-lists/" + ids.priceList();
        return new Held(
                members,
                find(reads, services, Service.OPPORTUNITY, path, Prices.class).orElse(null));
    }

    private static <T> Optional<T> find(
            Reads reads, Map<Service, URI> services, Service service, String path, Class<T> type) {
        var address = URI.create(Objects.requireNonNull(services.get(service)) + path);
        try {
            return reads.find(address).map(text -> JSON.readValue(text, type));
        } catch (JacksonException e) {
            throw new Failure(address + " answered something that cannot be read", e);
        }
    }
}
