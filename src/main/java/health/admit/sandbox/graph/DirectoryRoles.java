package health.admit.sandbox.graph;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The built-in directory roles that matter here, by their role template ids.
 */
enum DirectoryRoles {

	GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"),

	APPLICATION_ADMINISTRATOR("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator"),

	CLOUD_APPLICATION_ADMINISTRATOR("158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator"),

	APPLICATION_DEVELOPER("cf1c38e5-3621-4004-a7cb-879624dced7c", "Application Developer"),

	PRIVILEGED_ROLE_ADMINISTRATOR("e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator"),

	GLOBAL_READER("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader"),

	SECURITY_READER("5d6b6bb7-de71-4623-b4af-96380a352509", "Security Reader"),

	REPORTS_READER("4a5d8f65-41da-4de4-8968-e035b65339cf", "Reports Reader"),

	SECURITY_ADMINISTRATOR("194ae4cb-b126-40b2-bd5b-6091b380977d", "Security Administrator"),

	HELPDESK_ADMINISTRATOR("729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator"),

	DIRECTORY_READERS("88d8e3e3-8f55-4a1e-953a-9b9898b8876b", "Directory Readers"),

	USER_ADMINISTRATOR("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator");

	private final UUID template;

	private final String label;

	DirectoryRoles(String template, String label) {
		this.template = UUID.fromString(template);
		this.label = label;
	}

	UUID template() {
		return this.template;
	}

	String label() {
		return this.label;
	}

	static Optional<DirectoryRoles> of(UUID template) {
		return Arrays.stream(values()).filter((role) -> role.template.equals(template)).findFirst();
	}

}
