/** Expected texts kept in files. Other modules use it through the test jar of this one. */
package org.descant.grammar.golden;
