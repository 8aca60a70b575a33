/** The sales order: what a customer orders, verified, confirmed under a contract that is in effect, and fulfilled (R-136, decision 24). */
package io.milepost.contracts.salesorder;
