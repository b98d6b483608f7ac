/**
 * Parameterizations by fields: a model is a background and a sum of given fields, its coordinates are the coefficients. {@code karhunen-loeve-cosine} has cosines whose amplitudes fall off with their wavenumber,
 * {@code principal-components} what a set of models varies in most, {@code karhunen-loeve} the eigenfunctions of a covariance. All three have an inverse, by orthogonal projection.
 */
package org.rote.plugins.parameterization.fields;
