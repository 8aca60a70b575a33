package io.milepost.reporting.read.mart.operate;
