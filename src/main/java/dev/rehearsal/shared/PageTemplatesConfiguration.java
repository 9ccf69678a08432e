package dev.rehearsal.shared;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Puts {@link PageTemplates} in the place of Spring Boot's resolver, which has this name.
 */
@Configuration(proxyBeanMethods = false)
class PageTemplatesConfiguration {

	@Bean
	PageTemplates defaultTemplateResolver(ThymeleafProperties properties, MessageSource messages,
			ObjectProvider<ResourceUrlProvider> assets, ServletContext servlets) {
		PageTemplates templates = new PageTemplates(messages, (path) -> {
			String asset = assets.getObject().getForLookupPath(path);
			return servlets.getContextPath() + ((asset != null) ? asset : path);
		});
		templates.setPrefix(properties.getPrefix());
		templates.setSuffix(properties.getSuffix());
		templates.setCacheable(properties.isCache());
		templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
		return templates;
	}

}
