package io.milepost.reporting.read.mart.export;
