package dev.rehearsal.bank;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where packs come from.
 *
 * @param directory the folder whose packs are imported when the application starts
 */
@ConfigurationProperties("rehearsal.packs")
record PacksProperties(@DefaultValue("questions") Path directory) {
}
