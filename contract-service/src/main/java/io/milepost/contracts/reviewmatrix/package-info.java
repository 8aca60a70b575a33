/** Who reviews which contracts under one version of a sales process, copied from opportunity-service, which publishes it (R-188, decision 27). */
package io.milepost.contracts.reviewmatrix;
