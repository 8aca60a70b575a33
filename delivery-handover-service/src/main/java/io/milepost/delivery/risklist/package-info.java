/** Which risks of a sales project are not done with, copied from opportunity-service: they go with the package of its handover. */
package io.milepost.delivery.risklist;
