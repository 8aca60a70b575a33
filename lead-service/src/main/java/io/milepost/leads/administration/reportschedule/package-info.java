/** Which report somebody is sent regularly. Part of administration: facts that belong to no business aggregate. */
package io.milepost.leads.administration.reportschedule;
