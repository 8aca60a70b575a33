package io.milepost.leads.appraisal;

import static io.milepost.leads.appraisal.Appraisal.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.appraisal.Appraisal.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How an appraisal is opened, scored, reviewed, contested and signed off. */
final class Appraising {
    private static final Pattern PERIOD =
            Pattern.compile("(?<year>(?:19|20|21)\\d\\d)(?:-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?");

    private Appraising() {}

    static Decision<Event> open(OpenAppraisal open, Occasion occasion) {
        return occasion.read(Seller.class)
                .map(seller -> check().that(!occasion.who().is(seller.code()), DECIDED_BY_APPRAISED)
                        .that(lastDay(open.period()).isPresent(), "/period", PERIOD_FAULTY)
                        .that(
                                occasion.holderOf(Appraisal.APPRAISAL_OF, key(open))
                                        .isEmpty(),
                                "/period",
                                APPRAISAL_TAKEN)
                        .<Event>accept(() -> new AppraisalOpened(
                                open.memberId(),
                                seller.code(),
                                open.period(),
                                occasion.who().name())))
                .orElseGet(() -> refusedAt("/memberId", APPRAISED_UNKNOWN));
    }

    static Decision<Event> decide(Appraisal appraisal, Command command, Occasion occasion) {
        if (!(command instanceof ContestAppraisal)
                && occasion.who().is(appraisal.opening().member())) {
            return refused(DECIDED_BY_APPRAISED);
        }
        return switch (command) {
            case ScoreAppraisal score -> score(appraisal, score, occasion);
            case ReviewAppraisal review -> review(appraisal, review, occasion);
            case SignOffAppraisal _ -> signOff(appraisal, occasion);
            case ContestAppraisal(var reason) -> contest(appraisal, reason, occasion.today());
        };
    }

    /** What one appraisal alone holds: a member and a period. */
    static String key(OpenAppraisal open) {
        return key(open.memberId(), open.period());
    }

    static String key(UUID member, String period) {
        return member + "/" + period;
    }

    /** The last day of a period; empty where that is none. */
    static Optional<LocalDate> lastDay(String period) {
        var found = PERIOD.matcher(period);
        if (!found.matches()) {
            return Optional.empty();
        }
        int month = found.group("month") != null ? Integer.parseInt(found.group("month")) : 12;
        if (found.group("quarter") != null) {
            month = 3 * Integer.parseInt(found.group("quarter"));
        }
        return Optional.of(
                YearMonth.of(Integer.parseInt(found.group("year")), month).atEndOfMonth());
    }

    private static Decision<Event> score(Appraisal appraisal, ScoreAppraisal score, Occasion occasion) {
        return switch (appraisal) {
            case Opened _ -> score(score, appraisal.opening(), occasion);
            case Scored(var _, var before) ->
                before.figures().equals(score.figures()) && before.score() == score.score()
                        ? unchanged()
                        : score(score, appraisal.opening(), occasion);
            case Reviewed _, Contested _ -> refused(APPRAISAL_REVIEWED);
            case SignedOff _ -> refused(APPRAISAL_SIGNED_OFF);
        };
    }

    private static Decision<Event> score(ScoreAppraisal score, AppraisalOpened opening, Occasion occasion) {
        var over = lastDay(opening.period()).filter(occasion.today()::isAfter).isPresent();
        return checkFigures(check().that(over, PERIOD_RUNNING), score.figures(), occasion.today())
                .that(score.score() >= 0 && score.score() <= 100, "/score", SCORE_IMPLAUSIBLE)
                .accept(() -> new AppraisalScored(
                        score.figures(), score.score(), occasion.who().name()));
    }

    private static Checks checkFigures(Checks checks, List<Figure> figures, LocalDate today) {
        checks = checks.that(!figures.isEmpty(), "/figures", FIGURES_MISSING);
        var named = new HashSet<List<String>>();
        for (int i = 0; i < figures.size(); i++) {
            var figure = figures.get(i);
            var pointer = "/figures/" + i;
            checks = checks.text(pointer + "/measure", figure.measure())
                    .text(pointer + "/report", figure.report())
                    .notAfter(pointer + "/day", figure.day(), today)
                    .that(figure.position() >= 0, pointer + "/position", POSITION_NEGATIVE)
                    .that(
                            named.add(List.of(Codes.canonical(figure.report()), Codes.canonical(figure.measure()))),
                            pointer + "/measure",
                            FIGURE_REPEATED);
        }
        return checks;
    }

    private static Decision<Event> review(Appraisal appraisal, ReviewAppraisal review, Occasion occasion) {
        return switch (appraisal) {
            case Opened _ -> refused(APPRAISAL_NOT_SCORED);
            case Scored _, Contested _ ->
                check().text("/assessment", review.assessment())
                        .reason("/reason", review.reason())
                        .accept(() -> new AppraisalReviewed(
                                review.assessment(),
                                review.recommendation(),
                                review.reason(),
                                occasion.who().name(),
                                occasion.today()));
            case Reviewed(var _, var before) ->
                review.equals(new ReviewAppraisal(before.assessment(), before.recommendation(), before.reason()))
                        ? unchanged()
                        : refused(APPRAISAL_REVIEWED);
            case SignedOff _ -> refused(APPRAISAL_SIGNED_OFF);
        };
    }

    private static Decision<Event> contest(Appraisal appraisal, String reason, LocalDate today) {
        return switch (appraisal) {
            case Opened _, Scored _ -> refused(APPRAISAL_NOT_REVIEWED);
            case Reviewed _ -> check().reason("/reason", reason).accept(() -> new AppraisalContested(reason, today));
            case Contested(var _, var contest) ->
                contest.reason().equals(reason) ? unchanged() : refused(APPRAISAL_CONTESTED);
            case SignedOff _ -> refused(APPRAISAL_SIGNED_OFF);
        };
    }

    private static Decision<Event> signOff(Appraisal appraisal, Occasion occasion) {
        return switch (appraisal) {
            case Opened _, Scored _ -> refused(APPRAISAL_NOT_REVIEWED);
            case Reviewed _ -> accepted(new AppraisalSignedOff(occasion.who().name(), occasion.today()));
            case Contested _ -> refused(APPRAISAL_CONTESTED);
            case SignedOff _ -> unchanged();
        };
    }
}
