package io.milepost.platform.webhook;

import static io.milepost.platform.webhook.Webhook.No.EVENT_REPEATED;
import static io.milepost.platform.webhook.Webhook.No.EVENT_UNKNOWN;
import static io.milepost.platform.webhook.Webhook.No.URL_UNUSABLE;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.webhook.Webhook.Terms;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;

/** What is asked of an address and of the names of events. Where an address leads is looked at each time that something is sent. */
final class Addressing {
    private static final int MOST_PORT = 65_535;

    private Addressing() {}

    static Checks checked(Checks before, String url, List<String> events, Terms terms) {
        var checks = before.that(isUsable(url, terms), "/url", URL_UNUSABLE);
        var listed = new HashSet<String>();
        for (int i = 0; i < events.size(); i++) {
            var name = events.get(i);
            checks = checks.that(terms.names() == null || terms.names().contains(name), "/events/" + i, EVENT_UNKNOWN)
                    .that(listed.add(name), "/events/" + i, EVENT_REPEATED);
        }
        return checks;
    }

    private static boolean isUsable(String url, Terms terms) {
        try {
            var uri = new URI(url);
            boolean spoken = "https".equals(uri.getScheme()) || (terms.plain() && "http".equals(uri.getScheme()));
            return spoken
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= MOST_PORT;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
