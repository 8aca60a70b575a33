package io.milepost.reporting.mart.contracts;
