package io.milepost.opportunities.automation;

import io.milepost.opportunities.inbound.contract.ContractSentForSignature;
import io.milepost.opportunities.inbound.contract.ContractSigned;
import io.milepost.opportunities.inbound.contract.SignatureDeclined;
import io.milepost.opportunities.inbound.delivery.SalesClosureCompleted;
import io.milepost.opportunities.inbound.lead.LeadConverted;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityQualified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWithdrawn;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWon;
import io.milepost.opportunities.quotation.domain.Quotation;
import io.milepost.opportunities.quotation.domain.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationAccepted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationIssued;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiApproved;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiRejected;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.timer.Due;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the automations to the platform. */
@Configuration(proxyBeanMethods = false)
public class AutomationConfiguration {

    @Bean
    Automation<LeadConverted> identifyOpportunity() {
        return WhenLeadConvertedThenIdentifyOpportunity.AUTOMATION;
    }

    @Bean
    Automation<ContractSigned> winOpportunity() {
        return WhenContractSignedThenWinOpportunity.AUTOMATION;
    }

    @Bean
    Automation<OpportunityQualified> proposeSalesProject() {
        return WhenOpportunityQualifiedThenProposeSalesProject.AUTOMATION;
    }

    @Bean
    Automation<AtiApproved> authorizeOpportunity() {
        return WhenAtiApprovedThenAuthorizeOpportunity.AUTOMATION;
    }

    @Bean
    Automation<AtiRejected> withdrawOpportunity() {
        return WhenAtiRejectedThenWithdrawOpportunity.AUTOMATION;
    }

    @Bean
    Automation<OpportunityWon> closeSalesProjectWhenWon() {
        return WhenOpportunityEndsThenCloseSalesProject.WON;
    }

    @Bean
    Automation<OpportunityLost> closeSalesProjectWhenLost() {
        return WhenOpportunityEndsThenCloseSalesProject.LOST;
    }

    @Bean
    Automation<OpportunityWithdrawn> closeSalesProjectWhenWithdrawn() {
        return WhenOpportunityEndsThenCloseSalesProject.WITHDRAWN;
    }

    @Bean
    Automation<SalesClosureCompleted> closeSalesProject() {
        return WhenSalesClosureCompletedThenCloseSalesProject.AUTOMATION;
    }

    @Bean
    Automation<QuotationAccepted> agreeTerms() {
        return WhenQuotationAcceptedThenAgreeTerms.AUTOMATION;
    }

    @Bean
    Automation<QuotationIssued> supersedeQuotation() {
        return WhenQuotationIssuedThenSupersedeQuotation.AUTOMATION;
    }

    @Bean
    Automation<NegotiationRoundRecorded> reachMilestoneByNegotiation() {
        return WhenFactArrivesThenReachMilestone.NEGOTIATION_ROUND;
    }

    @Bean
    Automation<ContractSentForSignature> reachMilestoneBySending() {
        return WhenFactArrivesThenReachMilestone.SENT_FOR_SIGNATURE;
    }

    @Bean
    Automation<SignatureDeclined> regressStage() {
        return WhenSignatureDeclinedThenRegressStage.AUTOMATION;
    }

    @Bean
    Due<Quotation> expireQuotation() {
        return WhenValidityEndsThenExpireQuotation.DUE;
    }
}
