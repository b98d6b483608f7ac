/** Random layered models. */
package org.rote.plugins.dataset.geology;
