/** What may happen to a price list. Pure Java. */
package io.milepost.opportunities.pricelist.domain;
