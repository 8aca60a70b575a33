/** Leads, accounts and the sales team: who might buy, who knows them, and when a lead becomes an opportunity. What the opportunity is worth or how it ends is decided elsewhere. */
package io.milepost.leads;
