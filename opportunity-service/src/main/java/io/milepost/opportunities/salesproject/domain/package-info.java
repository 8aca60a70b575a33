/** What may happen to a sales project. Pure Java. */
package io.milepost.opportunities.salesproject.domain;
