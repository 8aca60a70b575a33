package io.milepost.leads;

import static io.milepost.leads.LeadSituations.memberOf;

import io.milepost.leads.meetingaction.MeetingAction.AgreeAction;
import io.milepost.leads.meetingaction.MeetingAction.CompleteAction;
import io.milepost.leads.salesmeeting.SalesMeeting.CancelMeeting;
import io.milepost.leads.salesmeeting.SalesMeeting.HoldMeeting;
import io.milepost.leads.salesmeeting.SalesMeeting.MeetingKind;
import io.milepost.leads.salesmeeting.SalesMeeting.ScheduleMeeting;
import io.milepost.leads.salesmeeting.SalesMeeting.Share;
import io.milepost.leads.supervisionnote.SupervisionNote.Aspect;
import io.milepost.leads.supervisionnote.SupervisionNote.CorrectSupervisionNote;
import io.milepost.leads.supervisionnote.SupervisionNote.RecordSupervisionNote;
import io.milepost.leads.teammember.TeamMember.AnnounceDeparture;
import io.milepost.leads.teammember.TeamMember.Function;
import io.milepost.leads.teammember.TeamMember.Post;
import io.milepost.leads.teammember.TeamMember.RegisterTeamMember;
import io.milepost.leads.teammember.TeamMember.WithdrawDeparture;
import io.milepost.leads.training.Training.CancelTraining;
import io.milepost.leads.training.Training.HoldTraining;
import io.milepost.leads.training.Training.PlanTraining;
import io.milepost.leads.training.Training.RecordAttendance;
import io.milepost.leads.training.Training.Topic;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For every command of the sales organisation a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class OrganisationSituations {
    static final LocalDate MAY = LocalDate.parse("2026-05-01");

    private OrganisationSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(
                        AnnounceDeparture.class,
                        client -> new Situation(member(client), new AnnounceDeparture(MAY.plusYears(2))))
                .accepted(WithdrawDeparture.class, client -> {
                    var member = member(client);
                    client.accept(member, new AnnounceDeparture(MAY.plusYears(2)));
                    return new Situation(member, new WithdrawDeparture());
                })
                .accepted(PlanTraining.class, client -> new Situation(null, training(memberOf(client))))
                .accepted(HoldTraining.class, client -> new Situation(planned(client), new HoldTraining(null)))
                .accepted(
                        RecordAttendance.class,
                        client -> new Situation(trained(client), new RecordAttendance(List.of(memberOf(client)))))
                .accepted(CancelTraining.class, client -> new Situation(planned(client), new CancelTraining("fire")))
                .refused(
                        "TRAINING_NOT_HELD",
                        client -> new Situation(planned(client), new RecordAttendance(List.of(memberOf(client)))))
                .accepted(ScheduleMeeting.class, client -> new Situation(null, meeting(memberOf(client))))
                .accepted(HoldMeeting.class, client -> new Situation(called(client), held(memberOf(client), "ten")))
                .accepted(CancelMeeting.class, client -> new Situation(called(client), new CancelMeeting("fire")))
                .refused("GOALS_MISSING", client -> new Situation(called(client), held(memberOf(client), null)))
                .accepted(
                        AgreeAction.class,
                        client -> new Situation(
                                null,
                                new AgreeAction(meetingThatWasHeld(client), "print", memberOf(client), nextYear())))
                .accepted(
                        CompleteAction.class,
                        client -> new Situation(action(client, memberOf(client), nextYear()), new CompleteAction("ok")))
                .refused(
                        "MEETING_NOT_HELD",
                        client -> new Situation(
                                null, new AgreeAction(called(client), "print", memberOf(client), nextYear())))
                .accepted(RecordSupervisionNote.class, client -> new Situation(null, note(memberOf(client))))
                .accepted(
                        CorrectSupervisionNote.class,
                        client -> new Situation(
                                client.create(note(memberOf(client))), new CorrectSupervisionNote("nine", "clock")))
                .refused("NOTE_MEMBER_UNKNOWN", _ -> new Situation(null, note("nobody's code")));
    }

    private static LocalDate nextYear() {
        return LocalDate.parse("2027-06-30");
    }

    /** A member of staff with a function, by the id. */
    static UUID member(SuiteClient client) {
        return client.create(new RegisterTeamMember(
                UUID.randomUUID().toString(),
                "A",
                "East",
                MAY,
                null,
                new Post(Function.PROPERTY_CONSULTANT, "receives visitors", "Harbour")));
    }

    private static PlanTraining training(String participant) {
        return new PlanTraining(Topic.SKILLS, "Price", "hold the price", "Ann", MAY, List.of(participant));
    }

    private static UUID planned(SuiteClient client) {
        return client.create(training(memberOf(client)));
    }

    private static UUID trained(SuiteClient client) {
        var training = planned(client);
        client.accept(training, new HoldTraining(null));
        return training;
    }

    static ScheduleMeeting meeting(String invited) {
        return new ScheduleMeeting(MeetingKind.PRE_OPENING, "Opening", MAY, "Harbour", List.of(invited));
    }

    private static UUID called(SuiteClient client) {
        return client.create(meeting(memberOf(client)));
    }

    static HoldMeeting held(String member, @Nullable String goals) {
        return new HoldMeeting(null, "all said", List.of(member), goals, List.of(new Share(member, "the stand")));
    }

    static UUID meetingThatWasHeld(SuiteClient client) {
        var meeting = called(client);
        client.accept(meeting, held(memberOf(client), "ten"));
        return meeting;
    }

    static UUID action(SuiteClient client, String owner, LocalDate dueOn) {
        return client.create(new AgreeAction(meetingThatWasHeld(client), "print", owner, dueOn));
    }

    static RecordSupervisionNote note(String member) {
        return new RecordSupervisionNote(member, Aspect.ATTENDANCE, "canary came at ten", null);
    }
}
