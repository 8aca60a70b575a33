package io.milepost.reporting.read.mart.leads;
