/** By which a BI tool reads reports. Part of administration: facts that belong to no business aggregate. */
package io.milepost.leads.administration.bikey;
