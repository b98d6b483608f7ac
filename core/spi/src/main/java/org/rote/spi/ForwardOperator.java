package org.rote.spi;

/** The wave physics: a {@link Mapping} from a subsurface model to recorded data. */
public interface ForwardOperator extends Mapping {}
