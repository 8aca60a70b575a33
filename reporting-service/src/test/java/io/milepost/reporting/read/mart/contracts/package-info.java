package io.milepost.reporting.read.mart.contracts;
