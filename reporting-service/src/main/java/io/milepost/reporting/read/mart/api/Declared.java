package io.milepost.reporting.read.mart.api;

import io.milepost.reporting.read.mart.campaigns.Campaigns;
import io.milepost.reporting.read.mart.care.Care;
import io.milepost.reporting.read.mart.closures.Closures;
import io.milepost.reporting.read.mart.closures.Kept;
import io.milepost.reporting.read.mart.contracts.Contracts;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.delivery.Courses;
import io.milepost.reporting.read.mart.delivery.Deviations;
import io.milepost.reporting.read.mart.delivery.Handovers;
import io.milepost.reporting.read.mart.leads.Leads;
import io.milepost.reporting.read.mart.markets.Markets;
import io.milepost.reporting.read.mart.milestones.Milestones;
import io.milepost.reporting.read.mart.projects.Projects;
import io.milepost.reporting.read.mart.rates.ExchangeRates;
import io.milepost.reporting.read.mart.registers.Registers;
import io.milepost.reporting.read.mart.sales.Diagnoses;
import io.milepost.reporting.read.mart.sales.Movement;
import io.milepost.reporting.read.mart.sales.Sales;
import io.milepost.reporting.read.mart.sales.Stages;
import io.milepost.reporting.read.mart.targets.Scorecards;
import io.milepost.reporting.read.mart.targets.Targets;
import io.milepost.reporting.read.mart.units.Units;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** All that the service declares. */
public final class Declared {
    private Declared() {}

    /**
     * Found right as a whole.
     *
     * @param zone in which a time is of a day
     */
    public static Declarations in(ZoneId zone) {
        var sales = new Sales(zone);
        var stages = new Stages(zone, sales.places());
        var diagnoses = new Diagnoses(zone, sales.places());
        var movement = new Movement(zone, sales.places());
        var contracts = new Contracts(zone, sales.places(), sales.accounts(), sales.segments());
        var leads = new Leads(zone, sales);
        var handovers = new Handovers(zone, sales.places());
        var milestones = new Milestones(zone, sales.places());
        var closures = new Closures(zone, sales.places());
        var deviations = new Deviations(zone, sales.places(), contracts.deals());
        var courses = new Courses(zone, sales.places(), contracts.deals());
        var kept = new Kept(zone, sales.places());
        var units = new Units(zone, sales.places());
        var targets = new Targets(zone, sales, contracts);
        var projects = new Projects(zone, sales, contracts);
        var care = new Care(zone, sales, contracts);
        var registers = new Registers(zone, sales.places());
        var markets = new Markets(zone, contracts, targets);
        var scorecards = new Scorecards(zone, sales, contracts, targets, care, registers);
        var campaigns = new Campaigns(zone, sales);
        var rates = new ExchangeRates(zone);
        var measures = new ArrayList<Measures<?>>(
                List.of(sales.measures(), movement.measures(), handovers.measures(), leads.measures()));
        measures.addAll(stages.measures());
        measures.add(diagnoses.measures());
        measures.addAll(contracts.measures());
        measures.addAll(milestones.measures());
        measures.addAll(closures.measures());
        measures.addAll(units.measures());
        measures.addAll(targets.measures());
        measures.addAll(campaigns.measures());
        measures.addAll(projects.measures());
        measures.addAll(care.measures());
        measures.addAll(registers.measures());
        measures.addAll(markets.measures());
        measures.addAll(scorecards.measures());
        measures.add(deviations.measures());
        measures.addAll(courses.measures());
        measures.addAll(kept.measures());
        measures.add(rates.measures());
        measures.add(sales.versions());
        var reports = new ArrayList<Report>(sales.reports());
        reports.addAll(stages.reports());
        reports.addAll(diagnoses.reports());
        reports.addAll(movement.reports());
        reports.addAll(contracts.reports());
        reports.addAll(handovers.reports());
        reports.addAll(leads.reports());
        reports.addAll(milestones.reports());
        reports.addAll(closures.reports());
        reports.addAll(units.reports());
        reports.addAll(targets.reports());
        reports.addAll(campaigns.reports());
        reports.addAll(projects.reports());
        reports.addAll(care.reports());
        reports.addAll(registers.reports());
        reports.addAll(markets.reports());
        reports.addAll(scorecards.reports());
        reports.addAll(deviations.reports());
        reports.addAll(courses.reports());
        reports.addAll(kept.reports());
        reports.addAll(rates.reports());
        return new Declarations(measures, reports);
    }
}
