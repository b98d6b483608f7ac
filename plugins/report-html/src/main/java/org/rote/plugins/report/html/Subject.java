package org.rote.plugins.report.html;

/**
 * What findings and pictures are of: a case, or a pool of them.
 *
 * @param name its name
 * @param anchor where the page tells of it
 * @param isOneOfMany whether it is a case of one of many truths, whose warnings are told together
 */
record Subject(String name, String anchor, boolean isOneOfMany) {}
