package health.admit;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

@AnalyzeClasses(packages = "health.admit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule portalDoesNotKnowTheSandbox = noClasses().that()
		.resideInAnyPackage("health.admit", "health.admit.portal..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("health.admit.sandbox..");

	@ArchTest
	static final ArchRule sandboxDoesNotKnowThePortal = noClasses().that()
		.resideInAPackage("health.admit.sandbox..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("health.admit.portal..");

	@ArchTest
	static final ArchRule onlyTheDirectorySeesTheGraphSdk = noClasses().that()
		.resideOutsideOfPackage("health.admit.portal.directory..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.microsoft.graph..", "com.microsoft.kiota..", "okhttp3..");

	@ArchTest
	static final ArchRule controllersStayInTheirModule = classes().that()
		.areAnnotatedWith(Controller.class)
		.should()
		.notBePublic()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule dependenciesComeThroughConstructors = fields().should().notBeAnnotatedWith(Autowired.class);

	@ArchTest
	static final ArchRule randomnessIsSecure = noClasses().that()
		.resideInAPackage("health.admit.portal..")
		.should()
		.dependOnClassesThat()
		.haveFullyQualifiedName("java.util.Random");

	@ArchTest
	static final ArchRule nothingStartsProcesses = noClasses().should()
		.dependOnClassesThat()
		.areAssignableTo(ProcessBuilder.class);

	@ArchTest
	static final ArchRule noXmlIsParsed = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax..");

	@ArchTest
	static final ArchRule noConsole = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

}
