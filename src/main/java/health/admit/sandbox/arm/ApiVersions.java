package health.admit.sandbox.arm;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The api versions the sandbox speaks.
 */
enum ApiVersions {

	SUBSCRIPTIONS("2022-12-01"), HEALTH("2024-03-31"), AUTHORIZATION("2022-04-01");

	private final List<String> versions;

	ApiVersions(String... versions) {
		this.versions = List.of(versions);
	}

	/**
	 * Refuses any other version.
	 * @param type the resource type without its provider; empty for what belongs to
	 * Resource Manager itself
	 */
	void check(ArmRequest request, String type) {
		@Nullable String version = request.query().get("api-version");
		if (version == null || version.isBlank()) {
			throw ArmProblem.versionMissing();
		}
		if (this.versions.contains(version)) {
			return;
		}
		if (type.isEmpty() || !version.matches("\\d{4}-\\d{2}-\\d{2}(-preview)?")) {
			throw ArmProblem.versionInvalid(version, this.versions);
		}
		throw ArmProblem.versionUnknown(version, type, this.versions);
	}

}
