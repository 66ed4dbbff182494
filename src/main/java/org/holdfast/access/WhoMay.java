package org.holdfast.access;

import io.micronaut.aop.Around;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States at a route who may use it. There is no default: a route without it is refused at run time, and a test
 * fails on it. Around such a method the request's one transaction is opened and the viewer is set for row-level
 * security; anybody not named gets 404, or the sign-in page where nobody has signed in yet.
 */
@Documented
@Around
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WhoMay {
    Who[] value();
}
