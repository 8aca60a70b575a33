/** How JSON is written and read: the strict reading of requests, the lenient one of other services' events, money as text. */
package io.milepost.platform.json;
