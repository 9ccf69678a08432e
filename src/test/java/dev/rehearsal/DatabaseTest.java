package dev.rehearsal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * A test of the whole application on a real PostgreSQL, with its web server on a random
 * port. All such tests share one application and one database, so each brings data of its
 * own and counts on no other; only those with {@link #properties()} get an application
 * (and a database) of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ TestDatabase.class, Statements.class })
public @interface DatabaseTest {

	/**
	 * Configuration of this test's application, such as
	 * {@code rehearsal.packs.directory=…}.
	 * @return {@code key=value} each
	 */
	@AliasFor(annotation = SpringBootTest.class, attribute = "properties")
	String[] properties() default {};

}
