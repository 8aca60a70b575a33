/** The directory of the own sales staff: one code per person, team and region from a day on. A code is held by one member, decided with the append. */
package io.milepost.leads.teammember;
