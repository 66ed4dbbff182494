/**
 * Cases: who works on them, how they stand, and when the child was last seen.
 */
package org.holdfast.caseload;
