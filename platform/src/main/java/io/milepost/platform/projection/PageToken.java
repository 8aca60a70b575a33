package io.milepost.platform.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ended.
 *
 * @param query what the list was asked by: the token is good for nothing else
 * @param keys of the last item, as texts, in the order of the query
 */
record PageToken(String query, List<@Nullable String> keys, String id) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String bindingOf(String list, ListQuery query) {
        try {
            var asked = list + "\n" + query.filters() + "\n" + query.orderBy();
            if (query.owners() != null) {
                asked += "\n" + new TreeSet<>(query.owners());
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    }

    static PageToken decoded(String text, String binding, int keys) {
        PageToken token;
        try {
            token = JSON.readValue(Base64.getUrlDecoder().decode(text), PageToken.class);
        } catch (IllegalArgumentException | JacksonException e) {
            throw new InvalidPageToken("this is no page token");
        }
        if (token == null
                || token.id() == null
                || !binding.equals(token.query())
                || token.keys() == null
                || token.keys().size() != keys) {
            throw new InvalidPageToken("the page token belongs to another filter or order");
        }
        return new PageToken(token.query(), new ArrayList<>(token.keys()), token.id());
    }
}
