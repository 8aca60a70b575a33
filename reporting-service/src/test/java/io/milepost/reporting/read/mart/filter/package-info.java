package io.milepost.reporting.read.mart.filter;
