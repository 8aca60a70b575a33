package io.milepost.reporting.mart.query;
