/** The sales processes that an opportunity may be identified under, to look at. */
package io.milepost.opportunities.read.salesprocess;
