package io.milepost.reporting.read.mart.store;
