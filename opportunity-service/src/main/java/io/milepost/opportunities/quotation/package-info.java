/** The quotation: what a customer is offered for an opportunity, until when, what was negotiated, and how it ended. Owns gate G11, discounts beyond the seller's authority. Its value is the sum of its lines, each rounded once. */
package io.milepost.opportunities.quotation;
