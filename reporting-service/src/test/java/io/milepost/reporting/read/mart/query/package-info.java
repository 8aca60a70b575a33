package io.milepost.reporting.read.mart.query;
