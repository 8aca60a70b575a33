/** Tests of the local stack, through the drivers that the services use. */
package io.milepost.local;
