/** What a service has in its log before anybody asks for anything. */
package io.milepost.platform.seeding;
