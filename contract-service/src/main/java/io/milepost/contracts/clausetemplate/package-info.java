/** The clause template: the clauses to whose wording the company has agreed in advance, version by version, from which contracts are drafted and with which theirs are compared. */
package io.milepost.contracts.clausetemplate;
