/** The contract tests that every plugin inherits. */
package org.rote.testkit;
