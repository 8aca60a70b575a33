/** Return visits: planned by themselves after a delivery, missed ones on record, what the customer said of them. */
package io.milepost.delivery.carevisit;
