package health.admit.portal.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.admit.portal.azure.Permission;
import health.admit.portal.azure.RoleDefinition;
import health.admit.portal.cloud.HealthApi;

import static org.assertj.core.api.Assertions.assertThat;

class OfferedRoleTests {

	private static final String FHIR = "Microsoft.HealthcareApis/workspaces/fhirservices/resources/";

	@ParameterizedTest
	@CsvSource({ "READ, FHIR, FHIR Data Reader", "CHANGE, FHIR, FHIR Data Writer", "EXPORT, FHIR, FHIR Data Exporter",
			"IMPORT, FHIR, FHIR Data Importer", "CONVERT, FHIR, FHIR Data Converter", "READ, DICOM, DICOM Data Reader",
			"CHANGE, DICOM, DICOM Data Owner", "IMPORT, DICOM, DICOM Data Owner", "EXPORT, DICOM, DICOM Data Reader" })
	void theLeastRoleThatDoesItIsSuggested(ClientTask task, HealthApi api, String role) {
		assertThat(OfferedRole.least(WellKnownRoles.of(api), task)).map(OfferedRole::name).contains(role);
	}

	@Test
	void rolesThatOpenNoDataAreNotOffered() {
		RoleDefinition owner = role("Owner", true, List.of("*"), List.of());
		RoleDefinition own = role("Own reader", false, List.of(), List.of(FHIR + "read"));
		RoleDefinition reader = role("FHIR Data Reader", true, List.of(), List.of(FHIR + "read"));
		List<OfferedRole> offered = OfferedRole.of(List.of(owner, own, reader), HealthApi.FHIR);
		assertThat(offered).extracting(OfferedRole::name).containsExactly("FHIR Data Reader", "Own reader");
		assertThat(OfferedRole.of(List.of(owner, own, reader), HealthApi.DICOM)).isEmpty();
	}

	@Test
	void theDefinitionCountsAndNotTheProse() {
		OfferedRole writer = OfferedRole
			.of(List.of(role("FHIR Data Writer", true, List.of(), List.of(FHIR + "read", FHIR + "export/action"))),
					HealthApi.FHIR)
			.get(0);
		assertThat(writer.permits()).containsExactlyInAnyOrder(DataAction.FHIR_READ, DataAction.FHIR_EXPORT);
	}

	@Test
	void notesWarnOfWhatSurprises() {
		assertThat(notes("FHIR SMART User", ClientTask.READ)).contains(RoleNote.SMART);
		assertThat(notes("FHIR Data Converter", ClientTask.CONVERT)).containsExactly(RoleNote.CANNOT_READ);
		assertThat(notes("FHIR Data Reader", ClientTask.CHANGE)).containsExactly(RoleNote.TOO_LITTLE);
		assertThat(notes("FHIR Data Contributor", ClientTask.READ)).containsExactly(RoleNote.MORE);
		assertThat(notes("FHIR Data Reader", ClientTask.READ)).isEmpty();
	}

	private static Set<RoleNote> notes(String name, ClientTask task) {
		return WellKnownRoles.of(HealthApi.FHIR)
			.stream()
			.filter((role) -> role.name().equals(name))
			.findFirst()
			.orElseThrow()
			.notes(task);
	}

	private static RoleDefinition role(String name, boolean builtIn, List<String> actions, List<String> dataActions) {
		return new RoleDefinition(UUID.randomUUID(), name, "prose", builtIn,
				List.of(new Permission(actions, List.of(), dataActions, List.of())));
	}

}
