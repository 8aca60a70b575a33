package io.milepost.reporting.mart.declare;
