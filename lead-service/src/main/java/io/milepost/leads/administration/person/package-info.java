/** What was decided about the data of a person: a legal hold, its erasure in all services, and that it is opened again. Part of administration. */
package io.milepost.leads.administration.person;
