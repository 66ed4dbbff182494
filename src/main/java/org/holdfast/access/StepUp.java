package org.holdfast.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States at a route, beside {@link WhoMay}, that it opens or changes restricted material. Its person must have signed in,
 * or said again that it is them, within the last 15 minutes; writing on also counts from the last use of restricted
 * material. Else opening leads to a page that asks and leads back, and sending keeps what was typed. From then on the
 * browser session ends after 15 idle minutes. The rule is written out in {@code ops/decisions/0011}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUp {}
