/** How goods reach the customer: produced or bought, agreed, shipped, installed, put into operation. */
package io.milepost.delivery.fulfilment;
