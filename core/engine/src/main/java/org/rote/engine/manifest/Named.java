package org.rote.engine.manifest;

/**
 * One of the sections of a study, bound.
 *
 * @param name its name in the study
 * @param section what it was bound to
 * @param resolved what to write for it
 * @param <S> what it was bound to
 */
record Named<S>(String name, S section, Tree resolved) {}
