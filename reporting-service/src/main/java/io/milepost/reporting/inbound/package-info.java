/** Other services' events as this one reads them: just the fields that are used, one folder per producer. */
package io.milepost.reporting.inbound;
