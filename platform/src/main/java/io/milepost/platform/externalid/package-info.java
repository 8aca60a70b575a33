/** What other systems call our entities: one mechanism for every aggregate that callers create, beside what the aggregates decide. */
package io.milepost.platform.externalid;
