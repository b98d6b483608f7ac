package org.rote.spi;

/** A {@link Distribution} that stands for p(x), what is believed of the subsurface before data. */
public interface Prior extends Distribution {}
