package io.milepost.reporting.mart.filter;
