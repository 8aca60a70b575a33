package io.milepost.reporting.mart.store;
