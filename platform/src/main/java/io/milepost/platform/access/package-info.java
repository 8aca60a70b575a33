/** Who acts and what one may know of: the person behind a token, whom it may act for, and whose entities it sees. Knows no business word. */
package io.milepost.platform.access;
