package io.qkt.platform.wiring;

import io.qkt.core.market.BarStore;
import io.qkt.core.market.QuoteFeed;
import io.qkt.core.program.BundleStore;
import io.qkt.core.venue.Gateway;
import io.qkt.platform.feed.FeedClocks;
import io.qkt.platform.seam.CrashProbe;
import io.qkt.platform.seam.Settings;
import io.qkt.platform.seam.Transport;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * All that the actors need from outside, given once by whoever starts them. {@code feeds} answers
 * by label and {@code gateways} by profile; both answer null for what they do not know.
 */
public record Ports(BarStore bars, BundleStore bundles, Programs programs, FeedClocks clocks,
    Function<String, QuoteFeed> feeds, Function<String, Gateway> gateways, LongSupplier wallMicros,
    Transport transport, CrashProbe crashes, Settings settings, String node) {}
