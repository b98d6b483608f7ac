/** Words and numbers as people read them, and markup that any XML parser accepts. */
package org.rote.plugins.report.html.text;
