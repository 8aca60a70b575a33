/** The lead from capture to conversion. Owns gate G02: registered only with contact and need, and only one lead per contact key, which a disqualified one frees. The first registration and who made it never change. Converted once. */
package io.milepost.leads.lead;
