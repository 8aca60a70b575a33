/** How deals are pursued: stages, what proves each of them, and what a deal is worth after it. Data in versions, and nothing that decides. */
package io.milepost.opportunities.opportunity.salesprocess;
