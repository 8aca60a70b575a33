package io.milepost.reporting.read.bikeys;

import io.milepost.platform.inbox.TopicTail;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.store.KeySights;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the database what each key sees, by the rule that answers over HTTP, so that logins with the names of keys see as much in SQL. */
final class SqlKeys {
    /** Who owns something and who belongs where is looked up anew with every so manieth look; another key or one less at once. */
    private static final int LOOKS = 15;

    private final BiKeys keys;
    private final TopicTail tail;
    private final KeySights sights;
    private final Feeding feeding;
    private final Declarations declarations;
    private final Sights rule;

    private List<BiKeys.Open> told = List.of();
    private int looks;

    SqlKeys(BiKeys keys, TopicTail tail, KeySights sights, Feeding feeding, Declarations declarations, Sights rule) {
        this.keys = keys;
        this.tail = tail;
        this.sights = sights;
        this.feeding = feeding;
        this.declarations = declarations;
        this.rule = rule;
    }

    /** Nothing as long as not all keys are known: what stands there was told by somebody who knew them. */
    void look() {
        var open = keys.open();
        if (tail.lag() != 0 || (open.equals(told) && looks++ % LOOKS != 0)) {
            return;
        }
        boolean narrow = open.stream()
                .anyMatch(key -> rule.of(key.member(), key.access()).owners() != null);
        var owners = narrow ? feeding.live().narrowing().owners(declarations) : Set.<String>of();
        sights.write(open.stream().map(key -> told(key, owners)).toList());
        told = open;
    }

    private KeySights.Key told(BiKeys.Open key, Set<String> owners) {
        var sight = rule.of(key.member(), key.access());
        boolean all = sight.owners() == null;
        return new KeySights.Key(
                key.id().toString(),
                all,
                key.lastDay(),
                all ? Set.of() : owners.stream().filter(sight::sees).collect(Collectors.toSet()));
    }
}
