/** At how much of one currency another one is taken, by day. Part of administration: facts that belong to no business aggregate. */
package io.milepost.leads.administration.exchangerate;
