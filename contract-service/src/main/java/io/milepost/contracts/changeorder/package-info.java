/** A change of a signed contract (R-138, gate G17): requested, its effect on price, scope and dates assessed, reviewed by the departments that reviewed the contract, signed by both sides, and applied on the day from which it counts. The contract and its payments follow by automations. */
package io.milepost.contracts.changeorder;
