/** How deals are pursued: stages, what proves each of them, and what a deal is worth after it. Versioned data; nothing here decides. */
package io.milepost.opportunities.opportunity.salesprocess;
