package io.milepost.reporting.read.mart.declare;
