package io.qkt.platform.feed;

import io.qkt.core.market.Quote;
import java.util.List;

/** The quotes of one symbol before {@code until} (feed time) that had not been read yet. */
public record QuoteBatch(List<Quote> quotes, long until) {}
