/** What one version of a sales process says of handing over and closing, copied from opportunity-service, which publishes it. */
package io.milepost.delivery.ruleset;
