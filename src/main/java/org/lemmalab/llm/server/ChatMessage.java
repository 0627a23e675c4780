package org.lemmalab.llm.server;

/**
 * One turn of a conversation.
 *
 * @param role who speaks: system, user or assistant
 * @param text what is said
 */
public record ChatMessage(String role, String text) {}
