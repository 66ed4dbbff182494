package org.holdfast.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.holdfast.templates.StaticTemplates;
import org.holdfast.templates.Templates;

@Factory
final class TypedTemplates {
    @Singleton
    Templates templates() {
        return new StaticTemplates();
    }
}
