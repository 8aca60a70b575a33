/** What contract-service says of a signed contract and of the money that came in for it: what an acceptance is measured against, and what a settlement leaves to be paid. */
package io.milepost.delivery.contractcopy;
