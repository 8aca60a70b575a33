package io.milepost.reporting.mart.sales;
