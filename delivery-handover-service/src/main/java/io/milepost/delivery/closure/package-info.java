/** The end of a contract's life: a checklist that a template states, ticked off by what other aggregates and services tell, waived where the template allows it, closed when nothing is open. A signed contract opens it. Owns gate G21 of the delivery side. */
package io.milepost.delivery.closure;
