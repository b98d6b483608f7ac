/** Forward operators given by a formula or a matrix. */
package org.rote.operators.algebraic;
