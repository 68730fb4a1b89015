package health.admit.portal.kits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.HealthApi;

/**
 * The permissions of a client by API, under names that code can use.
 *
 * @param label of letters, digits and underscores
 */
record Permissions(String label, UUID api, List<KitPermission> all) {

	static List<Permissions> of(KitClient client) {
		Map<UUID, List<KitPermission>> byApi = new LinkedHashMap<>();
		client.permissions()
			.forEach((permission) -> byApi.computeIfAbsent(permission.api(), (api) -> new ArrayList<>())
				.add(permission));
		return byApi.entrySet()
			.stream()
			.map((entry) -> new Permissions(label(entry.getKey()), entry.getKey(), List.copyOf(entry.getValue())))
			.toList();
	}

	List<KitPermission> of(KitPermission.Type type) {
		return this.all.stream().filter((permission) -> permission.type() == type).toList();
	}

	List<KitPermission> consented(KitPermission.Type type) {
		return of(type).stream().filter(KitPermission::consented).toList();
	}

	private static String label(UUID api) {
		return Arrays.stream(HealthApi.values())
			.filter((known) -> known.appId().equals(api))
			.findFirst()
			.map((known) -> switch (known) {
				case FHIR -> "fhir_api";
				case DICOM -> "dicom_api";
			})
			.orElseGet(() -> "api_" + api.toString().replace('-', '_'));
	}

}
