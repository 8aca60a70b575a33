/** What may happen to a quotation. Pure Java. */
package io.milepost.opportunities.quotation.domain;
