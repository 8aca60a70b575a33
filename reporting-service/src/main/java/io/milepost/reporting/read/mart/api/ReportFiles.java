package io.milepost.reporting.read.mart.api;

import io.milepost.platform.access.Sight;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.operate.Standing;
import io.milepost.reporting.read.mart.query.Asking;
import io.milepost.reporting.read.mart.query.QueryException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** A report as a file of its own, for whoever is not there to ask for it; the same figures as its path answers. */
public final class ReportFiles {
    private final Declarations declarations;
    private final Feeding feeding;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone in which a day is one */
    public ReportFiles(Declarations declarations, Feeding feeding, Clock clock, ZoneId zone) {
        this.declarations = declarations;
        this.feeding = feeding;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What was made.
     *
     * @param position of each service's log up to which it knows
     * @param state how complete the figures are, as an answer says it
     */
    public record Made(byte[] content, long rows, String position, String state) {}

    /** How complete a report would be now; where there is none of this name nothing is missing. */
    public Standing.State state(String report) {
        var sources = declarations.report(report).map(Report::sources).orElse(Set.of());
        return feeding.standing(sources).state(0);
    }

    /**
     * Made of what somebody may know of.
     *
     * @param parameters as its path takes them
     * @param format as it is written in an address
     * @throws QueryException where it cannot be asked for so
     */
    public Made make(String report, Map<String, String> parameters, String format, Sight sight) {
        var form = format(format);
        var now = clock.instant();
        var asked = new Asking(declarations, LocalDate.ofInstant(now, zone), now).of(report, parameters);
        var live = feeding.live();
        var query = asked.narrowed(dataset -> live.narrowing().of(dataset, sight));
        var standing = feeding.standing(asked.sources());
        var answer = live.answering().answer(query);
        var body = Json.mapper().createObjectNode();
        body.put("report", report)
                .put("from", query.from() == null ? null : query.from().toString())
                .put("asOf", query.to().toString());
        MartApi.converted(body, answer);
        MartApi.said(body, standing, answer.setAside());
        var table = new Tabular(answer.columns(), answer.rows());
        if (form == Format.JSON) {
            table.json(body);
        }
        var content = form == Format.JSON ? Json.mapper().writeValueAsBytes(body) : table.content(form, false, body);
        return new Made(
                content,
                answer.rows().size(),
                standing.position(),
                standing.state(answer.setAside()).name());
    }

    /** The media type of such a file. */
    public static String type(String format) {
        return format(format).type().toString();
    }

    private static Format format(String named) {
        return Arrays.stream(Format.values())
                .filter(one -> one.named().equals(named))
                .findFirst()
                .orElseThrow(() -> new QueryException("format", "a format of reports"));
    }
}
