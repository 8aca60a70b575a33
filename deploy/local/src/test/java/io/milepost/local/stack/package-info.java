/** Tests of the local stack as one process. */
package io.milepost.local.stack;
