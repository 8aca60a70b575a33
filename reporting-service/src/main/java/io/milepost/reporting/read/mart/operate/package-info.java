/** What an operator sees of the mart and does about it: how it is fed, what it goes on without, and the generations of its tables. */
package io.milepost.reporting.read.mart.operate;
