/** A direct solver for complex symmetric systems on a regular grid: geometric nested dissection and a multifrontal LDLᵀ without pivoting. */
package org.rote.operators.helmholtz.solver;
