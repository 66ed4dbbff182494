package org.holdfast.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that is also open to somebody who has signed in with a password alone and still has to set up a second factor.
 * {@link Door} leads them there from every other route that needs a signed-in person.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface WhileSettingUp {}
