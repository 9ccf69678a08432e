package dev.rehearsal.shared;

import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.context.annotation.Configuration;

/** Has all templates shown as {@link PageView}s. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

	PageConfiguration(ThymeleafViewResolver views) {
		views.setViewClass(PageView.class);
		// Thousands of small writes through an encoder would cost more than the template
		// itself.
		views.setProducePartialOutputWhileProcessing(false);
	}

}
