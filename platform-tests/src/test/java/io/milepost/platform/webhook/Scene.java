package io.milepost.platform.webhook;

import static io.milepost.platform.webhook.WebhookCatalogue.WEBHOOK;

import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelEvent;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.webhook.Mailbox.Letter;
import io.milepost.platform.webhook.Webhook.Access;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A parcel office, an instance that sends its events, and a receiver. */
final class Scene implements AutoCloseable {
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.start(null, 0);

    /** A parcel whose label says whose it is. */
    private static final Catalogue<Parcel, ParcelCommand, ParcelEvent> OWNED = owned(ParcelMessages.CATALOGUE);

    final Desk.SetClock clock = new Desk.SetClock();
    final Mailbox box;
    private final ParcelOffice office;
    private final Path folder;
    private final @Nullable SSLContext tls;
    private Desk desk;

    Scene(Path folder) {
        this(folder, null);
    }

    /** @param tls what the receiver shows and the sender believes */
    Scene(Path folder, @Nullable SSLContext tls) {
        this.folder = folder;
        this.tls = tls;
        box = tls == null ? new Mailbox() : new Mailbox(tls);
        var name = "w" + UUID.randomUUID().toString().substring(0, 8);
        office = ParcelOffice.open(DATABASE.uri(), name, folder, WEBHOOK);
        desk = newDesk();
    }

    Desk desk() {
        return desk;
    }

    /** Another instance takes over. */
    void restart() {
        desk.close();
        desk = newDesk();
    }

    private Desk newDesk() {
        Function<Webhook, Sight> sights = webhook -> webhook.access() == Access.ALL
                ? Sight.OPEN
                : Sight.of(Set.of(Objects.requireNonNull(webhook.member())));
        return new Desk(office, folder, clock, List.of(OWNED, WEBHOOK), sights, tls);
    }

    /** Payload of the last event of that name; empty where there is none. */
    String lastOf(String name) {
        return desk.log().stream()
                .filter(event -> event.name().equals(name))
                .map(event -> new String(event.payload(), StandardCharsets.UTF_8))
                .reduce("", (_, last) -> last);
    }

    static List<String> signatures(Letter letter) {
        return List.of(letter.header("webhook-signature").split(" ", -1));
    }

    /** As a receiver computes it. */
    static String signed(Letter letter, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var text = "%s.%s.%s".formatted(letter.id(), letter.header("webhook-timestamp"), letter.body());
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Catalogue<Parcel, ParcelCommand, ParcelEvent> owned(
            Catalogue<Parcel, ParcelCommand, ParcelEvent> open) {
        return new Catalogue<>(
                open.aggregate(),
                open.plural(),
                open.decider(),
                parcel ->
                        parcel instanceof Parcel.Posted posted ? posted.label().replaceAll("\\..*", "") : null,
                null,
                open.readers(),
                open.holds(),
                open.view(),
                open.viewType(),
                open.commands(),
                open.events(),
                open.refusals());
    }

    @Override
    public void close() {
        desk.close();
        box.close();
        office.close();
    }
}
