/** What is finally owed for a contract: drafted, confirmed or disputed by the customer, completed. The signed comprehensive acceptance opens it and nothing else does; how satisfied the customer is holds no payment back (R-162, decision 32). Owns gate G20. */
package io.milepost.delivery.settlement;
