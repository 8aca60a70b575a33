/** The price list: versions of product codes, names and prices (R-095, decision 45). Each version is valid from a day on and never changes afterwards. */
package io.milepost.opportunities.pricelist;
