/** Travel times along straight rays. */
package org.rote.operators.rays;
