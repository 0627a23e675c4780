package org.lemmalab.llm.endpoint;

/** What the faulty server does with a request. */
public enum Fault {
    NONE,
    STATUS_429,
    STATUS_429_RETRY_AFTER,
    STATUS_500,
    STATUS_503,
    RESET,
    HANG,
    DRIP,
    TRUNCATED,
    HTML,
    EMPTY_CHOICES,
    WRONG_TYPE,
    HUGE,
    STATUS_400,
    STATUS_401,
    QUOTA
}
