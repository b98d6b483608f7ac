/**
 * From the sections of a bound study to parts that fit each other: {@link org.rote.engine.wiring.Wiring} creates every operator, prior and so on once, checks
 * spaces and requirements, and reports everything that is wrong at once.
 */
package org.rote.engine.wiring;
