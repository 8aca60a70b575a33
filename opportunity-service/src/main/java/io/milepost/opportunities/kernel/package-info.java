/** How deals are pursued, as every aggregate of this service reads it: stages, what proves each of them, what a deal is worth after it, and who allows which discount. Versioned data; nothing here decides. */
package io.milepost.opportunities.kernel;
