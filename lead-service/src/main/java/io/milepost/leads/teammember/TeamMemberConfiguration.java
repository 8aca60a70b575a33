package io.milepost.leads.teammember;

import io.milepost.leads.teammember.domain.TeamMember;
import io.milepost.leads.teammember.domain.TeamMemberCommand;
import io.milepost.leads.teammember.domain.TeamMemberEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the team member to the platform. */
@Configuration(proxyBeanMethods = false)
public class TeamMemberConfiguration {

    @Bean
    Catalogue<TeamMember, TeamMemberCommand, TeamMemberEvent> teamMember() {
        return TeamMemberMessages.TEAM_MEMBER;
    }
}
