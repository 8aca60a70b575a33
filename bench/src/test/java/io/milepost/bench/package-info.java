package io.milepost.bench;
