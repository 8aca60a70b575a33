/** What of a deal concerns its contracts, copied from opportunity-service: how large its open risks are, by which reviews may depend, and whether it ended without a contract, so that none goes on. */
package io.milepost.contracts.dealcopy;
