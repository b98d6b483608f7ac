/** What stepping a wave through time needs besides arithmetic: threads that share the work of a step, and the memory that going back through all steps takes. */
package org.rote.operators.propagation.memory;
