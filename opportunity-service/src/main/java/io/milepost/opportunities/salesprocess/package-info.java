/** The sales process: one name, and its versions of how deals are pursued, drafted or tailored from another's, published, and retired one day. A deal keeps the version under which it was identified. */
package io.milepost.opportunities.salesprocess;
