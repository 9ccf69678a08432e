package dev.rehearsal;

import java.util.Collections;
import java.util.List;
import java.util.Random;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private final JavaClasses production = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.rehearsal");

	@Test
	void modulesUseOnlyWhatTheyDeclare() {
		ApplicationModules.of(RehearsalApplication.class).verify();
	}

	@Test
	void aRunningExamCannotNameTheKey() {
		assertThat(this.production.containPackage("dev.rehearsal.bank")).isTrue();
		noClasses().that()
			.resideInAPackage("dev.rehearsal.attempt..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.rehearsal.bank..", "dev.rehearsal.scoring..", "dev.rehearsal.review..")
			.check(this.production);
	}

	@Test
	void formsHandOutNoItems() {
		methods().that()
			.arePublic()
			.and()
			.areDeclaredInClassesThat()
			.resideInAPackage("dev.rehearsal.form")
			.and()
			.areDeclaredInClassesThat()
			.arePublic()
			.should()
			.notHaveRawReturnType(resideInAPackage("dev.rehearsal.bank"))
			.check(this.production);
		List<String> handedOut = this.production.stream()
			.filter((type) -> type.getPackageName().equals("dev.rehearsal.form"))
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.getModifiers().contains(JavaModifier.PUBLIC))
			.filter((method) -> method.getReturnType()
				.getAllInvolvedRawTypes()
				.stream()
				.anyMatch(resideInAPackage("dev.rehearsal.bank")))
			.map(JavaMember::getFullName)
			.toList();
		assertThat(handedOut).isEmpty();
	}

	@Test
	void rulesArePure() {
		classes().that()
			.haveNameMatching("dev\\.rehearsal\\.(form\\.(FormAssembler|Quotas|ItemPool|Draw|Draft|Enemies|"
					+ "Reconciliation|CaseStudyChoices|AnswerForm)|scoring\\.(Grader|ScaledScore))")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "dev.rehearsal.form", "dev.rehearsal.bank", "dev.rehearsal.scoring",
					"org.jspecify..")
			.check(this.production);
	}

	@Test
	void rulesAreGivenTheirRandomness() {
		noClasses().that()
			.resideInAnyPackage("dev.rehearsal.form", "dev.rehearsal.scoring", "dev.rehearsal.bank",
					"dev.rehearsal.attempt", "dev.rehearsal.exchange")
			.should()
			.callConstructor(Random.class)
			.orShould()
			.callMethod(Collections.class, "shuffle", List.class)
			.orShould()
			.callMethod(Math.class, "random")
			.check(this.production);
	}

	@Test
	void nobodyReadsTheClockBehindTheRulesBack() {
		noClasses().that()
			.doNotHaveSimpleName("ClockConfiguration")
			.should()
			.callMethod(java.time.Instant.class, "now")
			.orShould()
			.callMethod(java.time.LocalDate.class, "now")
			.orShould()
			.callMethod(java.time.LocalDateTime.class, "now")
			.orShould()
			.callConstructor(java.util.Date.class)
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(this.production);
	}

	/** Such a stream holds its connection until somebody closes it. */
	@Test
	void nobodyStreamsRowsOutOfTheDatabase() {
		noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(this.production);
	}

}
