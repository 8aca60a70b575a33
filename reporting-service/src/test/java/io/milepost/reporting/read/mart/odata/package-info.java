package io.milepost.reporting.read.mart.odata;
