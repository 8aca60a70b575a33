/** The price list, a version of the pricing policy with product codes, names and prices (R-095, decision 45). Each version is valid from a day on and is never changed afterwards. */
package io.milepost.opportunities.pricelist;
