package dev.rehearsal.shared;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Styles and scripts under an address that changes when any of them does, kept by
 * browsers for a year. The fingerprint is a folder of the address, so that scripts can
 * import each other by relative paths. {@link PageTemplates} puts it into links.
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

	private static final String FOLDER = "classpath:/static/assets/";

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		// Its address decides what it may work for, and browsers look for a newer one by
		// it.
		registry.addResourceHandler("/room-worker.js")
			.addResourceLocations("classpath:/static/")
			.setCacheControl(CacheControl.noCache());
		registry.addResourceHandler("/assets/**")
			.addResourceLocations(FOLDER, "classpath:/META-INF/resources/webjars/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.resourceChain(true)
			.addResolver(new VersionResourceResolver().addFixedVersionStrategy(fingerprint(), "/**"))
			// Libraries from WebJars: assets/codemirror/… gets the version into its
			// address.
			.addResolver(new LiteWebJarsResourceResolver());
	}

	static String fingerprint() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			Resource[] assets = new PathMatchingResourcePatternResolver().getResources(FOLDER + "**/*.*");
			Arrays.sort(assets, Comparator.comparing(AssetConfiguration::address));
			for (Resource asset : assets) {
				digest.update(asset.getContentAsByteArray());
			}
			return HexFormat.of().formatHex(digest.digest(), 0, 6);
		}
		catch (IOException | NoSuchAlgorithmException ex) {
			throw new IllegalStateException("The application's own assets can't be read", ex);
		}
	}

	private static String address(Resource resource) {
		try {
			return resource.getURL().toString();
		}
		catch (IOException ex) {
			throw new IllegalStateException("The application's own assets can't be read", ex);
		}
	}

}
