/** How the money of one signed contract comes in: instalments that fall due, invoices, receipts, what is overdue, and when everything is collected. Its id is the contract's. Owns the payment part of gate G15. */
package io.milepost.contracts.paymentschedule;
