package io.milepost.reporting.read.mart.sales;
