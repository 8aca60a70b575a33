/** The directory of the own sales staff: one code per person; team, region, function, duties and manager from a day on; joining and leaving. A code is held by one member, decided with the append, and by nobody once the member has left. */
package io.milepost.leads.teammember;
