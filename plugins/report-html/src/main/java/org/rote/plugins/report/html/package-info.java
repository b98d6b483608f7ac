/** Writes the study's report as one self-contained page. */
package org.rote.plugins.report.html;
