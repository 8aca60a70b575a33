/** What may happen to a lead. Pure Java. */
package io.milepost.leads.lead.domain;
