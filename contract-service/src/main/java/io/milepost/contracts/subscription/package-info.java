/** The subscription letter for a unit, from its issue after the deposit to the contract of the sale. */
package io.milepost.contracts.subscription;
