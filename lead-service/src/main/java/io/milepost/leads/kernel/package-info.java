/** Words that two or more aggregates of this context use. Values and pure rules only. */
package io.milepost.leads.kernel;
