package io.milepost.reporting.read.erasures;

import io.milepost.reporting.inbound.lead.PersonFacts.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the erasure of a person has come.
 *
 * @param round of the latest request
 * @param answers by service
 * @param erasedAt when the last service had answered
 * @param openedAgain whether new data may be kept
 */
record Certificate(
        UUID person,
        int round,
        List<UUID> alsoUnder,
        Instant requestedAt,
        Map<String, Answer> answers,
        @Nullable Instant erasedAt,
        boolean openedAgain) {
    Certificate {
        alsoUnder = List.copyOf(alsoUnder);
        answers = Map.copyOf(answers);
    }

    String status() {
        if (erasedAt == null) {
            return "PARTLY";
        }
        return openedAgain ? "OPEN" : "ERASED";
    }

    Certificate answered(Answer answer) {
        var more = new TreeMap<>(answers);
        more.put(answer.service(), answer);
        return new Certificate(person, round, alsoUnder, requestedAt, more, erasedAt, openedAgain);
    }

    Certificate erased(Instant at) {
        return new Certificate(person, round, alsoUnder, requestedAt, answers, at, openedAgain);
    }

    Certificate opened() {
        return new Certificate(person, round, alsoUnder, requestedAt, answers, erasedAt, true);
    }
}
