/** What the generators of sections have in common: the grid they fill and smooth random curves. Not exported. */
package org.rote.plugins.dataset.geology.section;
