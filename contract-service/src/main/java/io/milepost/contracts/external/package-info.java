/** The external property-sales system, which is told of every signed subscription. */
package io.milepost.contracts.external;
