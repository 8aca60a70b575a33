package io.milepost.leads.teammember.domain;

import java.time.LocalDate;

/** What has happened to a team member's entry. Each event has the code, by which everyone else names the member. */
public sealed interface TeamMemberEvent {

    record TeamMemberRegistered(String code, String team, String region, LocalDate from) implements TeamMemberEvent {}

    record TeamMemberMoved(String code, String team, String region, LocalDate from) implements TeamMemberEvent {}
}
