/** Values that every context shares and that a library which never heard of sales would accept: money and date ranges. Pure Java. */
package io.milepost.platform.value;
