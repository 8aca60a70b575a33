/** The datasets as OData v4 entity sets, for tools that read them by themselves: the same rows as over JSON, for the same callers. */
package io.milepost.reporting.read.mart.odata;
