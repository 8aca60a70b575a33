/** Words that more than one aggregate of this context uses: how a contract's money is to be paid, and who reviews its terms. Values only. */
package io.milepost.contracts.kernel;
