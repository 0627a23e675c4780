/**
 * placeholder
 */
package org.lemmalab.transformer;
