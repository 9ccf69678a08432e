package dev.rehearsal;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

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
			.notHaveRawReturnType(
					com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("dev.rehearsal.bank"))
			.check(this.production);
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
	void nobodyReadsTheClockBehindTheRulesBack() {
		noClasses().that()
			.doNotHaveSimpleName("ClockConfiguration")
			.should()
			.callMethod(java.time.Instant.class, "now")
			.orShould()
			.callMethod(java.time.LocalDate.class, "now")
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
