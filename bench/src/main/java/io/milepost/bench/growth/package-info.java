/** Whether a service gets slower as its log gets longer. */
package io.milepost.bench.growth;
