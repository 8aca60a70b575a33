package io.milepost.reporting.read.mart.registers;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.FLAG;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.number;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Form;
import java.time.ZoneId;
import java.util.List;

/** Register entries by consultant, how many and how good they are, and the paper books. */
public final class Registers {
    private final Measures<Entry> entries;
    private final Measures<Book> books;
    private final List<Report> reports;

    /**
     * Told apart by where consultants belong.
     *
     * @param zone in which a time is of a day
     */
    public Registers(ZoneId zone, Reference<?> places) {
        this.entries = dataset("register_entry", "Register entries|登记记录", new Entry.Folding(zone))
                .id("entry_id")
                .dim("owner", "Consultant|置业顾问", MEMBER, Entry::consultant)
                .via(places)
                .dim("kind", "Kind|类型", TEXT, Entry::kind)
                .dim("site", "Site|案场", TEXT, Entry::site)
                .dim("state", "State|状态", TEXT, Entry::state)
                .dim("late", "Recorded late|补登", FLAG, Entry::late)
                .dim("questionnaire", "Questionnaire|问卷", FLAG, Entry::questionnaire)
                .dim("happened_on", "Day|登记日", DAY, Entry::on)
                .dim("for_month", "For the month|所属月份", TEXT, Entry::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Entry::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Entry::forYear)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("entries", "Entries|登记数", count(Entry::known))
                .stock("visits", "Visits|来访", count(Entry::visit))
                .stock("calls", "Calls|来电", count(Entry::call))
                .stock("late_entries", "Recorded late|补登数", count(Entry::late))
                .stock("questionnaires", "Visits with a questionnaire|来访问卷", count(Entry::withQuestionnaire))
                .stock("entries_to_leads", "Became leads|转线索", count(Entry::lead))
                .stock("checked_entries", "Checked|已检查", count(Entry::isChecked))
                .stock("right_at_once", "Right at once|一次合格", count(Entry::rightAtOnce))
                .stock("returned_entries", "Ever returned|曾退回", count(Entry::wasReturned))
                .stock("to_be_completed", "To be completed|待补全", count(Entry::toBeCompleted))
                .ratio(
                        "quality_rate",
                        "Right at once of those checked|登记合格率",
                        "right_at_once",
                        List.of("checked_entries"))
                .ratio("questionnaire_rate", "Questionnaires of visits|问卷率", "questionnaires", List.of("visits"));
        this.books = dataset("register_book", "Register books|登记本", new Book.Folding(zone))
                .id("book_id")
                .dim("owner", "Holder|持有人", MEMBER, Book::holder)
                .via(places)
                .dim("number", "Number|编号", TEXT, Book::number)
                .dim("project", "Project|项目", TEXT, Book::project)
                .dim("due_on", "To be back on|应交回日", DAY, Book::dueOn)
                .dim("recovered_on", "Back on|交回日", DAY, Book::recoveredOn)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("books_out", "Books that are out|未交回", count(Book::out))
                .stock(
                        "books_late",
                        "Past their day|逾期未交回",
                        count(Book::outByDay).since(Book::lateFrom))
                .stock("missing_entries", "Entries that the register lacks|缺登数", number(Book::missing));
        this.reports = List.of(
                report("register-compliance", "Register entries by consultant|登记数量与质量")
                        .of(
                                entries,
                                "entries",
                                "visits",
                                "calls",
                                "late_entries",
                                "questionnaires",
                                "questionnaire_rate",
                                "checked_entries",
                                "right_at_once",
                                "returned_entries",
                                "to_be_completed",
                                "quality_rate",
                                "entries_to_leads")
                        .by("owner", "for_quarter")
                        .chart(Form.BARS, "entries"),
                report("register-books", "Register books|登记本回收")
                        .of(books, "books_out", "books_late", "missing_entries")
                        .by("owner"));
    }

    /** Entries, by whose they are. */
    public Measures<?> entries() {
        return entries;
    }

    public List<Measures<?>> measures() {
        return List.of(entries, books);
    }

    public List<Report> reports() {
        return reports;
    }
}
