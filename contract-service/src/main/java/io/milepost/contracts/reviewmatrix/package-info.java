/** Who reviews which contracts under one version of a sales process, and what both sides owe under them, copied from opportunity-service, which publishes it (R-188, decision 27). */
package io.milepost.contracts.reviewmatrix;
